"""The answer that counts is found, wherever in the notebook it was written."""

import pytest

RIGHT = "f is right · g is right · h is right"


def test_two_answers_in_one_cell_are_both_found(homework):
    homework["g"].source += "\n\n" + homework["f"].source
    homework.remove("f")

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.notes == [
        "Cells were missing and have been put back: `f`.",
        "`f` is defined in another cell.",
    ]


@pytest.mark.parametrize("comment", ["", "    # see my own cell"])
def test_an_untouched_stub_gives_way_to_an_answer_in_a_cell_above(homework, comment):
    homework.add(homework["g"].source, before="given_tools")
    homework["g"].source = homework.stub("g") + comment

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.cells["g"].source.startswith("# `g` is defined elsewhere; not run:\n# def g(x):")
    assert found.own == [homework.answer("g")]
    assert found.notes == ["`g` is defined in another cell."]


@pytest.mark.parametrize("before", ["test_g", None])
def test_an_untouched_stub_above_an_answer_does_no_harm(homework, before):
    homework.add(homework["g"].source, before=before)
    homework["g"].source = homework.stub("g")

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.cells["g"].source == homework.stub("g")
    assert found.notes == ["`g` is defined in another cell."]


@pytest.mark.parametrize("said", ["", '    """My own words."""\n', "    pass\n"])
def test_a_function_that_only_says_it_is_not_implemented_is_no_answer(homework, said):
    homework.add(f"@staticmethod\ndef g(x, y=1):\n{said}    raise NotImplementedError")

    assert homework.hand_in().answers == RIGHT


def test_a_stub_gives_way_to_an_answer_above_it_in_the_same_cell(homework):
    homework["g"].source = f"{homework.answer('g')}\n\n{homework.stub('g')}"

    assert homework.hand_in().answers == RIGHT


@pytest.mark.parametrize(
    "how",
    [
        "g = lambda x: 'g is right'",
        "try:\n    g, _ = ok, 0\nfinally:\n    pass",
        "if True:\n    def g(x): return ok(x)",
        "from mine import g",
        "import mine as g",
        "%matplotlib inline\nif True:\n    !ls\ng = ok",
    ],
)
def test_a_function_need_not_be_defined_by_def(homework, how):
    homework.add(f"def ok(x): return 'g is right'\n{how}", before="f")
    homework["g"].source = homework.stub("g")

    assert homework.hand_in().notes == ["`g` is defined in another cell."]


def test_a_scratch_cell_below_an_answer_overrides_it_as_it_did_for_the_student(homework):
    homework.add(homework.answer("g", "of scratch"), before="test_g")

    assert "g is of scratch" in homework.hand_in().answers


@pytest.mark.parametrize("before", ["g", "test_g", "derive_f", None])
@pytest.mark.parametrize("named", ["g", ""])
def test_a_copy_of_the_stub_overrides_nothing(homework, before, named):
    homework.add(homework.stub("g"), before=before, name=named)

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.cells["g"].source == homework.answer("g")


@pytest.mark.parametrize("before", ["given_tools", "derive_f", "test_g", None])
def test_a_copy_of_the_answer_goes(homework, before):
    homework.add(homework["g"].source, before=before, name="g")

    found = homework.hand_in()

    assert (found.answers, found.own) == (RIGHT, [])
    assert found.notes[0] == "There was more than one `g`; one was taken."


def test_of_two_different_answers_the_last_that_is_whole_counts(homework):
    homework.add(homework.answer("g", "of yesterday"), before="g", name="g")
    homework.add("def g(x)\n    return 'not whole'", before="test_g", name="g")

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.cells["g"].source == homework.answer("g")
    assert found.own == [homework.answer("g", "of yesterday"), "def g(x)\n    return 'not whole'"]
    assert found.notes == ["There was more than one `g`; one was taken."]


def test_the_last_answer_counts_wherever_it_moves_to(homework):
    homework.add(homework.answer("f", "of yesterday"), before="test_g", name="f")
    homework.add(homework["f"].source, name="f")
    homework.cells.remove(homework["f"])

    found = homework.hand_in()

    assert found.answers == RIGHT
    assert found.ids.index("f") < found.ids.index("test_f")


def test_an_older_answer_that_comes_to_stand_below_is_not_run(homework):
    homework["g"].source += "\n\n" + homework.answer("f")
    homework["f"].source = homework.answer("f", "of yesterday")
    homework.cells.insert(0, homework.cells.pop(homework.cells.index(homework["g"])))
    homework.cells.insert(0, homework.cells.pop(homework.cells.index(homework["f"])))

    assert homework.hand_in().answers == RIGHT


def test_both_of_two_derivations_are_kept(homework):
    homework["derive_f"].source += "\nFirst."
    homework.add("*On f:* Second.", before="f", kind="markdown", name="derive_f")

    found = homework.hand_in()

    assert found.cells["derive_f"].source == "*On f:* Second."
    assert found.own == ["*On f:*\n\n…\nFirst."]


@pytest.mark.parametrize("names", [("g", "g"), ("g", ""), ("", "g"), ("", "")])
def test_an_answer_split_at_any_line_is_whole_again(new_homework, names):
    for line in range(len(new_homework.answer("g").split("\n"))):
        homework = new_homework()
        homework.split("g", line, names)

        found = homework.hand_in()

        assert found.answers == RIGHT, line
        assert line <= 3 or found.own == []


def test_an_answer_in_four_pieces_is_whole_again(homework):
    for line in (7, 5, 4):
        homework.split("g", line, ("g", ""))

    found = homework.hand_in()

    assert found.cells["g"].source == homework.answer("g")
    assert found.notes == ["`g` had been split; its pieces are one cell again."]


def test_pieces_of_an_own_cell_are_joined(homework):
    homework.add("for _ in range(3):", before="f")
    homework.add("    pass", before="f")

    found = homework.hand_in()

    assert found.own == ["for _ in range(3):\n    pass"]
    assert found.notes == ["A cell had been split; its pieces are one cell again."]


def test_broken_code_takes_no_neighbour_with_it(homework):
    homework["f"].source = "def f(x:\n    return 1"
    homework["g"].source = "def g(x):"
    homework.add("return 1", before="test_g")

    found = homework.hand_in()

    assert found.cells["g"].source == "def g(x):"
    assert found.own == ["return 1"]


def test_a_notebook_without_any_metadata_is_known_by_what_is_in_it(homework):
    ids = [cell.id for cell in homework.release.cells]
    homework["derive_f"].source += "\nBecause 1 = 1."
    homework["g"].source = homework.stub("g")
    homework.add(homework.answer("g"), before="derive_h")
    for cell in homework.cells:
        cell.name = ""

    found = homework.hand_in()

    assert (found.ids, found.own, found.answers) == (ids, [], RIGHT)
    assert found.cells["derive_f"].source.endswith("Because 1 = 1.")
    assert found.notes == [
        "Cells without metadata were recognised by what is in them.",
        "There was more than one `g`; one was taken.",
        "Cells had been moved and are in their places again: `g`.",
    ]


def test_code_that_became_text_is_no_answer_while_there_is_another(homework):
    homework.add(homework.answer("g", "of yesterday"), before="test_g", kind="raw", name="g")

    assert homework.hand_in().answers == RIGHT


@pytest.mark.parametrize("brings", ["from mine import *", "import a\n%run mine.py"])
def test_an_untouched_stub_gives_way_to_what_is_brought_along_above(homework, brings):
    homework.add(brings, before="given_tools")
    homework.remove("g")

    found = homework.hand_in()

    assert found.cells["g"].source.startswith("# `g` may be defined by an import above; not run:\n")
    assert "# def g(x):" in found.cells["g"].source


def test_an_untouched_stub_above_what_is_brought_along_is_left_alone(homework):
    homework["g"].source = homework.stub("g")
    homework.add("from mine import *")

    assert homework.hand_in().cells["g"].source == homework.stub("g")
