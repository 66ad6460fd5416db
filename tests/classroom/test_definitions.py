"""What code defines is read from its text, which is never run."""

import warnings

import pytest

from graders.classroom.definitions import (
    MAX_CODE_CHARACTERS,
    commented_out,
    definitions,
    join_pieces,
)
from graders.classroom.handed_in import Cell


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
    ("pieces", "joined"),
    [
        (["def f():", "    pass"], ["def f():\n    pass"]),
        (["def f():\n    '''a", "b'''", "    pass"], ["def f():\n    '''a\nb'''\n    pass"]),
        (["def f():", "", "    pass"], ["def f():\n\n    pass"]),
        (["x = 1", "y = 2"], ["x = 1", "y = 2"]),
        (["x = 1", "f(", ")"], ["x = 1", "f(\n)"]),
        (["f(", "x = 1", "y"], ["f(", "x = 1", "y"]),
        (["(", "(", "(", ")))"], ["(\n(\n(\n)))"]),
        (["(", "(", "(", "(", "))))"], ["(", "(", "(", "(", "))))"]),
    ],
)
def test_pieces_that_are_python_only_together_are_joined(pieces, joined):
    cells = [Cell("code", piece) for piece in pieces]

    join_pieces(cells)

    assert [cell.source for cell in cells] == joined


def test_pieces_of_different_cells_are_not_joined():
    cells = [Cell("code", "def f():", "f"), Cell("code", "    pass", "g")]

    assert join_pieces(cells) == []


def test_text_is_no_piece_of_code():
    cells = [Cell("code", "def f():"), Cell("markdown", "    pass")]

    assert join_pieces(cells) == []
