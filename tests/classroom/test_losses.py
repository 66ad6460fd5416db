"""What a student tidies away at the end of a notebook is there when it is asked for."""

import pytest

RIGHT = "f is right · g is right · h is right"


def told(names):
    return f"A cell deletes or redefines {names}; that was not done."


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("del f", "`f`"),
        ("x = 1\ndel x, g, h", "`g`, `h`"),
        ("%reset -f", "`f`, `g`, `h`"),
        ("  %reset_selective g", "`g`"),
        ("%xdel h", "`h`"),
        ("globals().clear()", "`f`, `g`, `h`"),
        ("get_ipython().run_line_magic('reset', '-f')", "`f`, `g`, `h`"),
        ("get_ipython().reset()", "`f`, `g`, `h`"),
    ],
)
def test_what_is_deleted_is_kept(homework, code, names):
    homework.add(code)

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.notes == [told(names)]
    assert "# not run, for what is above needs it:\n# " in found.own[0]


def test_what_is_deleted_before_it_is_written_anew_stays(homework):
    homework["f"].source = f"f = None\ndel f\n{homework['f'].source}"

    assert homework.hand_in().answers == RIGHT


@pytest.mark.parametrize(
    "code", ["del x", "x = []\nx.clear()", "%time f(1)", "d = f\ndel d", "f(1)"]
)
def test_what_takes_nothing_away_is_left_alone(homework, code):
    homework.add(code)

    found = homework.hand_in()

    assert (found.own, found.notes) == ([code], [])


@pytest.mark.parametrize("name", ["len", "math", "tool"])
def test_what_an_answer_uses_keeps_its_meaning(homework, name):
    homework["f"].source = f"import math\ndef f(x):\n    {name}\n    return 'f is ' + tool('right')"
    homework.add(f"x = 2\n{name} = 3")

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.own == [f"x = 2\n# not run, for what is above needs it:\n# {name} = 3"]
    assert found.notes == [told(f"`{name}`")]


def test_what_no_answer_uses_may_get_another_meaning(homework):
    homework.add("len = 3\nmine = 4")

    assert homework.hand_in().notes == []


def test_what_is_named_above_an_answer_is_meant(homework):
    homework.add("tool = str.upper", before="f")
    homework["f"].source = "def f(x):\n    return tool('f is right')"

    found = homework.hand_in()

    assert found.answers.startswith("F IS RIGHT")
    assert found.notes == []


def test_a_tool_may_be_imported_again(homework):
    homework["f"].source = "def f(x):\n    return 'f is right' if math.pi else 0"
    homework.add("import math")

    assert homework.hand_in().notes == []
