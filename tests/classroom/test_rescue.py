"""A mangled notebook becomes the assignment again, and no answer is lost on the way."""

import copy

import nbformat
import pytest

from graders.classroom.handed_in import HandedIn
from graders.classroom.rescue import is_added, restore

RIGHT = "f is right · g is right · h is right"
IMAGE = {"a.png": {"image/png": "iVBORw0KGgo="}}


@pytest.fixture
def ids(homework):
    """The ids of the assignment's cells, in its order."""
    return [cell.id for cell in homework.release.cells]


@pytest.fixture
def asked(homework):
    """The ids of the cells that nbgrader keeps account of."""
    return [cell.id for cell in homework.release.cells if "nbgrader" in cell.metadata]


def test_a_whole_notebook_is_left_as_it_is(homework, ids):
    found = homework.hand_in()

    assert [c.source for c in found.cells.values()] == [c.source for c in homework.cells]
    assert (found.ids, found.own, found.notes) == (ids, [], [])
    assert found.answers == RIGHT


def test_nothing_becomes_the_assignment_with_the_note_it_has(homework, asked):
    missing = HandedIn(repairs=["`hw.ipynb` is missing."])

    notebook, notes = restore(missing, homework.release)

    assert [cell.id for cell in notebook.cells] == asked
    assert notes == missing.repairs


def test_the_release_is_left_alone(homework):
    before = copy.deepcopy(homework.release)

    notebook, _ = restore(HandedIn(homework.cells), homework.release)
    notebook.metadata.unrolled = {}
    notebook.cells[1].metadata.nbgrader.points = 99

    assert before == homework.release


def test_a_release_without_cell_ids_gets_some(homework):
    old = copy.deepcopy(homework.release)
    for cell in old.cells:
        del cell["id"]

    notebook, _ = restore(HandedIn(homework.cells), old)

    nbformat.validate(notebook)
    assert not any(map(is_added, notebook.cells))
    assert notebook == restore(HandedIn(homework.cells), old)[0]


def test_deleted_cells_are_put_back_where_they_belong(homework, ids):
    homework.remove("given_tools", "prompt_g", "derive_g", "test_g", "h")

    found = homework.hand_in()

    assert found.ids == ids
    assert found.cells["h"].source == homework.stub("h")
    assert found.notes == [
        "Cells were missing and have been put back: "
        "`given_tools`, `prompt_g`, `derive_g`, `test_g`, `h`."
    ]


def test_cells_that_were_not_asked_for_may_be_deleted(homework, asked):
    homework.remove("")

    found = homework.hand_in()

    assert (found.ids, found.notes) == (asked, [])


def test_a_cell_that_was_moved_goes_back_and_no_other(homework, ids):
    homework.cells.insert(0, homework.cells.pop(homework.cells.index(homework["h"])))
    homework.add("own = 1", before="derive_h")

    found = homework.hand_in()

    assert [name for name in found.ids if name in ids] == ids
    assert found.ids[found.ids.index("derive_h") - 1] not in ids
    assert found.notes == ["Cells had been moved and are in their places again: `h`."]


def test_a_reversed_notebook_is_turned_round(homework, asked):
    homework.cells.reverse()

    found = homework.hand_in()

    assert (found.asked, found.answers) == (asked, RIGHT)


def test_a_locked_cell_that_was_edited_is_the_assignments_own_again(homework):
    homework["given_tools"].source = "tool = None"
    homework["test_f"].source = "pass"

    found = homework.hand_in()

    assert "def tool(x)" in found.cells["given_tools"].source
    assert found.own == []
    assert found.notes == [
        "`given_tools` had been edited; it is the assignment's own again.",
        "`test_f` had been edited; it is the assignment's own again.",
    ]


@pytest.mark.parametrize("locked", ["given_tools", "test_f", "test_g"])
def test_an_answer_written_into_a_locked_cell_is_kept(homework, locked):
    homework[locked].source += "\n" + homework["g"].source
    homework["g"].source = homework.stub("g")

    found = homework.hand_in()

    assert found.own == [homework.answer("g")]
    assert found.answers == RIGHT


@pytest.mark.parametrize("written", ["{given}\n\nBecause 1 = 1.", "Because 1 = 1.\n\n{given}"])
def test_a_derivation_written_into_its_prompt_is_kept(homework, written):
    homework["prompt_f"].source = written.format(given=homework["prompt_f"].source)
    homework["prompt_f"].attachments = IMAGE

    found = homework.hand_in()

    assert found.own == ["Because 1 = 1."]
    assert "attachments" not in found.cells["prompt_f"]
    [kept] = [cell for cell in found.cells.values() if is_added(cell)]
    assert kept.attachments == IMAGE


@pytest.mark.parametrize("before", ["given_tools", "test_g", None])
@pytest.mark.parametrize("locked", ["given_tools", "test_f"])
def test_a_copy_of_a_locked_cell_may_be_written_over(homework, ids, locked, before):
    homework.add("def mine():\n    return 1", before=before, name=locked)

    found = homework.hand_in()

    assert found.own == ["def mine():\n    return 1"]
    assert [name for name in found.ids if name in ids] == ids
    assert found.notes[0] == f"There was more than one `{locked}`; one was taken."


def test_a_copy_of_a_locked_cell_that_was_only_edited_goes(homework):
    homework.add(homework["given_tools"].source.replace("return x", "return y"), name="given_tools")

    assert homework.hand_in().own == []


def test_a_prompt_cut_short_leaves_nothing_behind(homework):
    homework["prompt_f"].source = "Derive f."

    assert homework.hand_in().own == []


def test_a_retyped_cell_has_its_type_again(homework):
    homework["f"].kind, homework["derive_f"].kind, homework["test_f"].kind = "raw", "code", "raw"

    found = homework.hand_in()

    assert [found.cells[n].cell_type for n in ("f", "derive_f", "test_f")] == [
        "code",
        "markdown",
        "code",
    ]
    assert found.answers == RIGHT
    assert found.notes == [
        "`derive_f` had become a code cell.",
        "`f` had become a raw cell.",
        "`test_f` had become a raw cell.",
    ]


def test_own_cells_stay_where_they_are(homework):
    homework.add("early = 1", before="given_tools")
    homework.add("note", before="test_f", kind="markdown")
    homework.add("", kind="raw")

    found = homework.hand_in()

    assert found.own == ["early = 1", "note", ""]
    assert found.ids[1] == "student-1"
    assert found.ids[found.ids.index("f") + 1] == "student-7"
    assert found.notes == []


def test_a_second_copy_of_given_text_is_the_students_own(homework):
    homework.add("Now program f.", before="test_f", kind="markdown")

    assert homework.hand_in().own == ["Now program f."]


def test_grade_ids_that_nobody_gave_out_mean_nothing(homework):
    homework.add("x = 1", before="f", name="bonus")
    homework.add("x = 2", before="f", name="prose 0")

    found = homework.hand_in()

    assert (found.own, found.notes) == (["x = 1", "x = 2"], [])


def test_pictures_in_a_derivation_are_kept(homework):
    homework["derive_f"].source += "\n![](attachment:a.png)"
    homework["derive_f"].attachments = IMAGE

    assert homework.hand_in().cells["derive_f"].attachments == IMAGE


def test_pictures_in_code_go(homework):
    homework["f"].attachments = IMAGE

    assert "attachments" not in homework.hand_in().cells["f"]


@pytest.mark.parametrize(
    "garbage",
    ["x" * 5_000_000, "f(" * 2_000_000, "x = 1\n" * 50_000, "-" * 40_000 + "1", "\0", "\x0c(\n"],
    ids=["one long word", "unclosed", "too much code", "too deep", "a nul", "a form feed"],
)
def test_garbage_in_a_cell_costs_that_cell_only(homework, asked, garbage):
    homework["f"].source = garbage
    homework.add(garbage, before="g")

    found = homework.hand_in()

    assert found.asked == asked
    assert found.cells["f"].source == found.own[0] == garbage
    assert "g is right · h is right" in found.answers


def test_a_thousand_broken_cells_are_no_more_than_that(homework, asked):
    for _ in range(1000):
        homework.add("def (:\n" * 100, before="f")

    assert homework.hand_in().asked == asked
