"""The gradebook, entered in bulk: what nbgrader would enter one by one, all of it or nothing."""

import os
import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from graders.classroom.gradebook import Book, Sheet
from graders.classroom.scores import Entries, Score
from graders.errors import AuthorFault, MachineFault

DUE = datetime(2026, 11, 20)
ANSWER = {"cell_type": "markdown", "max_score": 4}
CHECKS = {"cell_type": "code", "max_score": 10}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A gradebook with an assignment of two notebooks; the first is called like it."""
    file = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    with pytest.MonkeyPatch.context() as environment:
        # nbgrader starts `alembic` by name, in an environment that need not be activated.
        environment.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        gradebook = Gradebook(f"sqlite:///{file}", "course")
    with gradebook:
        gradebook.add_assignment("homework", duedate=DUE)
        for notebook in ("homework", "more"):
            gradebook.add_notebook(notebook, "homework")
            gradebook.add_grade_cell("test_f", notebook, "homework", **CHECKS)
            gradebook.add_grade_cell("derive_f", notebook, "homework", **ANSWER)
            gradebook.add_solution_cell("derive_f", notebook, "homework")
            gradebook.add_task_cell("task", notebook, "homework", **ANSWER)
    return file


@pytest.fixture
def gradebook(empty, tmp_path):
    """A gradebook of one's own, in which nobody has handed in."""
    file = shutil.copy(empty, tmp_path)
    with Gradebook(f"sqlite:///{file}", "course") as gradebook:
        yield gradebook


def half(student, score, seconds):
    return score / 2


def entries(score, comment=None):
    scores = {"test_f": Score(score), "derive_f": Score(None)}
    return Entries(scores, {"derive_f": comment})


def grades(gradebook, student, notebook="homework"):
    """Auto, manual and extra score, and whether it awaits a TA, by cell."""
    submission = gradebook.find_submission_notebook(notebook, "homework", student)
    return {
        grade.name: (
            grade.auto_score,
            grade.manual_score,
            grade.extra_credit,
            grade.needs_manual_grade,
        )
        for grade in submission.grades
    }


def test_a_first_submission_is_entered_with_all_its_cells(gradebook):
    Book(gradebook, "homework", half).enter([Sheet("ada", entries(7.5, "No response."), DUE)])

    assert gradebook.find_submission("homework", "ada").timestamp == DUE
    assert grades(gradebook, "ada") == {
        "test_f": (7.5, None, None, False),
        "derive_f": (None, None, None, True),
        "task": (None, None, None, True),
    }
    comment = gradebook.find_comment("derive_f", "homework", "homework", "ada")
    assert comment.auto_comment == "No response."


def test_what_a_ta_entered_is_kept_and_awaits_them_again(gradebook):
    book = Book(gradebook, "homework", half)
    book.enter([Sheet("ada", entries(7.5))])
    grade = gradebook.find_grade("test_f", "homework", "homework", "ada")
    grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 9.0, 1.0, False
    gradebook.db.commit()

    book.enter([Sheet("ada", entries(10.0))])

    assert grades(gradebook, "ada")["test_f"] == (10.0, 9.0, 1.0, True)


def test_a_bonus_is_extra_credit_and_one_that_is_unchecked_is_none(gradebook):
    book = Book(gradebook, "homework", half)
    book.enter([Sheet("ada", Entries({"test_f": Score(0.0, True, 8.0)}))])
    assert grades(gradebook, "ada")["test_f"] == (0.0, None, 8.0, False)

    book.enter([Sheet("ada", Entries({"test_f": Score(None, True, None)}))])
    assert grades(gradebook, "ada")["test_f"] == (None, None, None, True)


def test_a_notebook_that_is_missing_is_worth_nothing(gradebook):
    Book(gradebook, "homework", half).enter([Sheet("ada", entries(7.5), missing=("more",))])

    assert set(grades(gradebook, "ada", "more").values()) == {(0.0, None, None, False)}
    assert grades(gradebook, "ada")["test_f"][0] == 7.5


def test_a_time_that_is_not_known_leaves_the_one_that_was(gradebook):
    book = Book(gradebook, "homework", half)
    book.enter([Sheet("ada", entries(7.5), DUE)])

    book.enter([Sheet("ada", entries(7.5))])

    assert gradebook.find_submission("homework", "ada").timestamp == DUE


@pytest.mark.parametrize(
    ("late", "extension", "penalty"),
    [(-1, 0, None), (0, 0, None), (1, 0, 4.0), (1, 1, None), (2, 1, 4.0)],
)
def test_late_work_loses_what_the_rule_says_unless_it_had_more_time(
    gradebook, late, extension, penalty
):
    book = Book(gradebook, "homework", half)
    book.enter([Sheet("ada", entries(8.0), DUE + timedelta(hours=9))])
    gradebook.find_submission("homework", "ada").extension = timedelta(hours=extension)
    gradebook.db.commit()

    book.enter([Sheet("ada", entries(8.0), DUE + timedelta(hours=late))])

    submission = gradebook.find_submission_notebook("homework", "homework", "ada")
    assert submission.late_submission_penalty == penalty


@pytest.mark.parametrize(("asked", "taken"), [(-3, 0), (99, 8), (None, None)])
def test_a_rule_never_takes_more_than_there_is_and_never_gives(gradebook, asked, taken):
    book = Book(gradebook, "homework", lambda *_: asked)

    book.enter([Sheet("ada", entries(8.0), DUE + timedelta(hours=1))])

    submission = gradebook.find_submission_notebook("homework", "homework", "ada")
    assert submission.late_submission_penalty == taken


def test_late_work_costs_no_more_in_a_class_of_hundreds(gradebook):
    book, steps = Book(gradebook, "homework", half), []
    batch = [Sheet(f"late{number}", entries(8.0), DUE + timedelta(hours=1)) for number in range(9)]
    for others in (10, 500):
        book.enter(batch + [Sheet(f"student{number}", entries(8.0)) for number in range(others)])
        sqlite = gradebook.db.connection().connection.driver_connection
        gradebook.db.commit()
        sqlite.set_progress_handler(lambda: steps.append(others), 10)  # noqa: B023
        book.enter(batch)
        sqlite.set_progress_handler(None, 0)

    assert steps.count(500) < 8 * steps.count(10)  # were everybody read: 18


def test_a_batch_is_entered_as_a_whole_or_not_at_all(gradebook):
    book = Book(gradebook, "homework", half)
    too_much = Entries({"test_f": Score("no number")})

    with pytest.raises(MachineFault, match="the gradebook could not be written: "):
        book.enter([Sheet("ada", entries(8.0)), Sheet("ben", too_much)])

    assert gradebook.students == []


def test_whoever_is_not_in_the_gradebook_is_a_stranger(gradebook):
    gradebook.add_student("ada")

    assert Book(gradebook, "homework", half).strangers(["ada", "ben"]) == ["ben"]


def test_an_assignment_that_was_never_generated_is_refused(gradebook):
    with pytest.raises(AuthorFault, match="run `nbgrader generate_assignment absent` first"):
        Book(gradebook, "absent", half)
