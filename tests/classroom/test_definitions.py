"""What code defines, needs and deletes is read from its text, which is never run."""

import time
import warnings

import pytest

from graders.classroom.definitions import (
    MAX_CODE_CHARACTERS,
    commented_out,
    definitions,
    deletions,
    names_needed,
    statements_of,
)


def names(source):
    return [sorted(found.names) for found in definitions(source)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(x):\n    y = 1", [["f"]]),
        ("async def f(): pass\nclass C:\n    z = 1", [["f"], ["C"]]),
        ("f, (g, *h) = 1, (2, 3)", [["f", "g", "h"]]),
        ("f: int = 1\ng += 1\n(h := 2)", [["f"], ["g"], ["h"]]),
        ("if x:\n    def f(): pass\nelse:\n    g = 1", [["f", "g"]]),
        ("try:\n    import f as g\nexcept ImportError:\n    from f import h", [["g", "h"]]),
        ("with a as f:\n    for g in f: pass", [["f", "g"]]),
        ("f(x)\nx.f = 1\nx['f'] = 1\ndel f", []),
        ("%matplotlib inline\n!ls\nnp.dot?\n?f\nf = 1", [["f"]]),
        ("files = !ls\na, b = %time 1\nf = 1", [["f"]]),
        ("%%time\nif 1:\n    %cd x\nf = 1", [["f"]]),
        ("f = (7\n  % 2)", [["f"]]),
        ("f = 1\r\ng = 2", [["f"], ["g"]]),
        ("f = 1\n) g", []),
        ("f = '\0'", []),
        ("f = " + "-" * 40_000 + "1", []),
        ("f = 1\n" * MAX_CODE_CHARACTERS, []),
        ("", []),
    ],
)
def test_the_names_that_code_binds_are_found(source, found):
    assert names(source) == found


def test_a_definition_spans_its_decorators_and_its_lines():
    [_, found] = definitions("import a\n@a\n@b(\n1)\ndef f(x):  # one\n    return x\n\nprint()")

    assert (found.begin, found.end) == (1, 6)
    assert found.words == ["@a", "@b(", "1)", "def", "f(x):", "return", "x"]


def test_a_definition_can_be_commented_out():
    source = "x = 1\ndef f():\n    return '''\n'''\ny = 2"

    assert commented_out(source, definitions(source)[1], "why") == (
        "x = 1\n# why\n# def f():\n#     return '''\n# '''\ny = 2"
    )


def test_reading_code_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert names(r"f = '\d' is 1") == [["f"]]


@pytest.mark.parametrize(
    ("source", "at_once", "by_calls"),
    [
        ("x = a + b(c)[d]", "a b c d", "a b c d"),
        ("def f(x, y=a, *z: b, w: c = d) -> e:\n    return x + g", "a b c d e", "a b c d e g"),
        ("@a.b\nclass C(d):\n    x = e\n    def f(self):\n        return g", "a d e", "a d e g"),
        ("f = lambda x, y=a: b", "a", "a b"),
        ("a = 1\nb = a\ndef f():\n    return a, f, c", "", "c"),
        ("def f():\n    x = 1\n    def g(y):\n        return x, y, z", "", "z"),
        ("[x for x in y]\nfor k in a: k", "y a", "y a"),
        ("import a\n%time a.b", "", ""),
        ("f(", "", ""),
    ],
)
def test_what_code_needs_is_known(source, at_once, by_calls):
    assert names_needed(source, by_calls=False) == set(at_once.split())
    assert names_needed(source, by_calls=True) == set(by_calls.split())


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        ("x = 1\ndel f, x", ["f"]),
        ("del x[f], f.x", []),
        ("if x:\n    del f", []),
        ("%reset", ["f g"]),
        ("!ls\n%xdel g", ["g"]),
        ("get_ipython().magic('reset_selective -f f')", ["f"]),
        ("vars().clear()\ndel f", ["f g", "f"]),
        ("reset = 1\nprint(reset)", []),
    ],
)
def test_what_code_deletes_is_found(source, gone):
    assert [" ".join(sorted(one.names)) for one in deletions(source, ["f", "g"])] == gone


@pytest.mark.parametrize(
    ("source", "begun"),
    [
        ("def f(): raise NotImplementedError", False),
        ("def f(x):\n    'Words.'\n    pass\n    ...\n    raise NotImplementedError()", False),
        ("def f(x):\n    raise NotImplementedError()\n    print(x)", False),
        ("def f(): raise ValueError", True),
        ("def f(x):\n    if x: raise NotImplementedError\n    return 1", True),
        ("def f(): pass", True),
        ("f = NotImplementedError", True),
    ],
)
def test_a_function_that_is_not_implemented_is_not_begun(source, begun):
    assert [one.begun for one in definitions(source)] == [begun]


def test_an_assignment_is_told_from_other_definitions():
    found = definitions("f = 1\nf: int = 1\nf += 1\nimport f\ndef f(): pass\nfor f in x: pass")

    assert [one.assigns for one in found] == [True, True, True, False, False, False]


def test_a_line_of_spaces_takes_no_longer_than_other_code():
    began = time.process_time()

    assert statements_of(f"x = 1\n{' ' * 49_000}x, y") is None
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("magic", "found"),
    [
        *[(magic, [["f"]]) for magic in ("%%time", "\n%%capture out", "%%prun -q")],
        *[(magic, []) for magic in ("%%writefile f.py", "%%script false", "%%timeit", "%%html")],
    ],
)
def test_what_is_not_run_here_defines_nothing(magic, found):
    assert names(f"{magic}\ndef f(x):\n    return x") == found
