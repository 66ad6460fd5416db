"""The gradebook is read in a few queries, and the report does without one."""

import shutil

import pytest
from nbgrader.api import Gradebook

from graders.classroom.report import gradebook

HOMEWORK = "rnn_gradients"
DERIVATIONS = ["derive_jacobian", "derive_loss", "derive_norm_bounds"]


@pytest.fixture(scope="module")
def graded(school, tmp_path_factory):
    """A class of 20, and the address of its gradebook: TAs graded the first 15."""
    course, class_ = school.course_in(tmp_path_factory.mktemp("course")), school.class_of(20)
    school.write_gradebook(course, class_, graded=lambda number: number < 15)
    return class_, f"sqlite:///{course.folder / 'gradebook.db'}"


@pytest.fixture(scope="module")
def book(graded):
    return gradebook.read(graded[1], HOMEWORK)


def test_scores_and_penalties_are_those_of_nbgrader(graded, book):
    with Gradebook(graded[1]) as theirs:
        submissions = theirs.assignment_submissions(HOMEWORK)
        scores = {s.student.id: s.score for s in submissions}
        penalties = {s.student.id: s.late_submission_penalty for s in submissions}
        worth = theirs.find_assignment(HOMEWORK).max_score

    assert {s: entry.score for s, entry in book.entries.items()} == pytest.approx(scores)
    assert {s: entry.penalty for s, entry in book.entries.items()} == penalties
    assert (book.max_score, book.missing) == (worth, "")


def test_a_late_penalty_is_taken_off_and_leaves_no_debt():
    assert gradebook.Entry(penalty=5.0, score=60.0).total == 55.0
    assert gradebook.Entry(penalty=5.0, score=2.0).total == 0.0


def test_it_is_told_which_cells_await_a_ta(graded, book):
    awaiting = {student for student, entry in book.entries.items() if entry.awaits}

    assert awaiting == {results.student for results in graded[0][15:]}
    assert book.entries[graded[0][-1].student].awaits == DERIVATIONS


def test_it_is_told_how_far_each_cell_is(book):
    assert [(c.cell, c.awaiting, c.graded, c.rest) for c in book.cells] == [
        (cell, 5, 15, 0) for cell in DERIVATIONS
    ]


def test_a_cell_that_was_left_empty_awaits_nobody(graded, tmp_path):
    copy = tmp_path / "gradebook.db"
    shutil.copy(graded[1].removeprefix("sqlite:///"), copy)
    with Gradebook(f"sqlite:///{copy}") as theirs:
        grade = theirs.find_grade("derive_loss", HOMEWORK, HOMEWORK, graded[0][-1].student)
        grade.auto_score, grade.needs_manual_grade = 0.0, False
        theirs.db.commit()

    rows = {row.cell: row for row in gradebook.read(f"sqlite:///{copy}", HOMEWORK).cells}

    assert (rows["derive_loss"].awaiting, rows["derive_loss"].rest) == (4, 1)


def test_everybody_is_known_by_every_name(graded, book):
    assert set(book.students) == {results.student for results in graded[0]}
    assert {"ada.abe", "ada", "abe"} <= set(book.people)


def test_reading_changes_nothing(graded):
    path = graded[1].removeprefix("sqlite:///")
    with open(path, "rb") as file:
        before = file.read()
    gradebook.read(graded[1], HOMEWORK)
    gradebook.read(graded[1], "another")

    with open(path, "rb") as file:
        assert file.read() == before


def test_an_assignment_that_it_does_not_know_is_told(graded):
    book = gradebook.read(graded[1], "another")

    assert book.missing == "The gradebook does not know the assignment another."
    assert book.entries == {}


def test_one_that_is_missing_is_told_and_not_made(tmp_path):
    book = gradebook.read(f"sqlite:///{tmp_path / 'gradebook.db'}", HOMEWORK)

    assert book.missing == "There is no gradebook yet."
    assert [*tmp_path.iterdir()] == []


def test_one_that_is_broken_is_told_with_the_reason(tmp_path):
    (tmp_path / "gradebook.db").write_bytes(b"this is no database" * 100)
    book = gradebook.read(f"sqlite:///{tmp_path / 'gradebook.db'}", HOMEWORK)

    assert book.missing == "The gradebook cannot be read: file is not a database."


def test_one_whose_driver_is_not_installed_is_told():
    book = gradebook.read("oracle+nothing_of_the_kind://host/db", HOMEWORK)

    assert book.missing.startswith("The gradebook cannot be read: Can't load plugin")
