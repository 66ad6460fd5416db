"""An answer finds what it needs, wherever a student had it when it worked."""

RIGHT = "f is right · g is right · h is right"
MOVED = "Cells were moved to where what they need is defined."


def test_an_answer_above_what_was_given_comes_below_it(homework):
    homework.add("def g(x, way=tool):\n    return way('g is right')", before="given_tools")
    homework["g"].source = homework.stub("g")

    found = homework.hand_in()

    assert found.answers == RIGHT
    [own] = [name for name in found.ids if name.startswith("student-")]
    assert found.ids.index(own) == found.ids.index("given_tools") + 1
    assert found.notes == [MOVED, "`g` is defined in another cell."]


def test_a_helper_comes_along_when_its_answer_goes_back(homework):
    homework.add("def plain(function):\n    return function", before="test_h")
    homework.add("@plain\ndef f(x):\n    return 'f is right'", name="f")
    homework.cells.remove(homework["f"])

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.own == ["def plain(function):\n    return function"]
    assert found.notes == ["Cells had been moved and are in their places again: `f`.", MOVED]


def test_what_a_helper_needs_comes_along_too(homework):
    homework.add("words = 'right'")
    homework.add("best = words")
    homework.add("def f(x, how=best):\n    return f'f is {how}'", name="f")
    homework.cells.remove(homework["f"])

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.own == ["words = 'right'", "best = words"]


def test_what_is_only_called_later_may_stand_below_as_it_did(homework):
    homework["f"].source = "def f(x):\n    return later()"
    homework.add("def later():\n    return 'f is right'")

    found = homework.hand_in()

    assert (found.answers, found.notes) == (RIGHT, [])


def test_what_is_called_at_once_in_the_same_cell_comes_along(homework):
    homework.add("def later():\n    return 1")
    homework.add("def f(x):\n    return f'f is right' if later() else 0\n\nprint(f(1))", name="f")
    homework.cells.remove(homework["f"])

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.ids.index("f") > min(k for k, name in enumerate(found.ids) if "student" in name)


def test_names_that_python_knows_are_no_reason_to_move(homework):
    homework["f"].source = "def f(x: float):\n    return 'f is right'"
    homework.add("float = 3")

    found = homework.hand_in()

    assert found.ids[-1].startswith("student-")
    assert MOVED not in found.notes


def test_cells_that_need_each_other_are_no_endless_task(homework):
    homework.add("a = b\ndef g(x, y=a): return 1", before="f")
    homework.add("b = c\ndef g(x, y=b): return 2", before="f")
    homework.add("c = a\ndef g(x, y=c): return 3", before="f")

    assert homework.hand_in().answers.startswith("f is right")


def test_an_answer_is_cut_off_from_what_would_raise_above_it(homework):
    answer = homework["f"].source
    homework["f"].source = f"print(h(1))\nprint(nobody_knows)\n\n{answer}"

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.cells["f"].source == f"\n{answer}"
    assert found.own == ["print(h(1))\nprint(nobody_knows)"]
    assert found.notes == ["`f` was cut off from the code above it in its cell."]


def test_two_answers_in_one_cell_are_cut_off_from_each_other(homework):
    f, g = homework["f"].source, homework["g"].source
    homework["f"].source = f"{f}\n\nprint(h(1))\n{g}"
    homework["g"].source = homework.stub("g")

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.cells["f"].source == f"{f}\n\nprint(h(1))"
    assert found.own == [g]


def test_what_cannot_raise_above_an_answer_stays(homework):
    homework["f"].source = f"import math\nhalf = math.pi / 2\nprint(half)\n{homework['f'].source}"

    found = homework.hand_in()

    assert (found.own, found.notes) == ([], [])
