"""What is known of an answer stands beside it as a comment, which a TA may write better."""

import sqlite3

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.utils import compute_checksum
from traitlets.config import Config

from graders.classroom.feedback import Reveal, legible
from graders.classroom.steps import SaveScores
from graders.misconceptions import Misconception, registry
from graders.results import Criterion, Diagnosis, Question, Verdict
from tests.conftest import ASSIGNMENTS

pytestmark = pytest.mark.filterwarnings("ignore:Object of type <Submitted")  # nbgrader's own

FAILED = Criterion("values", "Is right.", 1.0, Verdict.FAILED)
DIAGNOSIS = Diagnosis("W_diag", "Look at the rows.", "W D for D W.")


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A gradebook of one question, which is not empty: nbgrader takes a while to begin one."""
    file = tmp_path_factory.mktemp("course") / "gradebook.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    with Gradebook(f"sqlite:///{file}") as gradebook:
        gradebook.add_assignment("hw")
        gradebook.add_notebook("hw", "hw")
        gradebook.add_solution_cell("f", "hw", "hw")
    return f"sqlite:///{file}"


@pytest.fixture
def commented(database, request):
    """A function that enters what was found of a student's `f`; the answer is the comment."""
    student = request.node.name
    where = {"notebook": "hw", "assignment": "hw", "student": student, "db_url": database}
    with Gradebook(database) as gradebook:
        gradebook.add_student(student)
        gradebook.add_submission("hw", student)

    def commented(source="def f(): return 1", reveal=Reveal.PROBLEM, by_hand=None, **about):
        cell = new_code_cell(source)
        cell.metadata.nbgrader = new_stub().metadata.nbgrader
        cell.metadata.nbgrader["checksum"] = compute_checksum(new_stub())
        question = Question("f", 5.0, criteria=[FAILED], **about)
        step = SaveScores(config=Config({"Course": {"reveal": reveal}}))
        step.preprocess(
            new_notebook(cells=[cell]), {"nbgrader": where, "unrolled": {"f": question}}
        )
        with Gradebook(database) as gradebook:
            comment = gradebook.find_comment("f", "hw", "hw", student)
            if by_hand:
                comment.manual_comment = by_hand
                gradebook.db.commit()
            return comment.comment

    return commented


def new_stub():
    cell = new_code_cell("def f(): raise NotImplementedError()")
    cell.metadata.nbgrader = {"grade_id": "f", "solution": True, "grade": False, "locked": False}
    return cell


def test_a_diagnosis_is_a_comment(commented):
    assert commented(diagnosis=DIAGNOSIS) == DIAGNOSIS.student


def test_a_comment_is_text_that_any_database_takes(commented):
    said = Diagnosis("odd", "NUL \x00 and half \ud800 of it", "")

    assert commented(diagnosis=said) == "NUL \ufffd and half \ufffd of it"


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_what_is_known_of_mistakes_is_entered_as_it_was_written(assignment):
    told = [known.student for known in registry(assignment) if isinstance(known, Misconception)]

    assert [words for words in told if legible(words) != words] == []


def test_a_function_that_rests_on_a_wrong_one_has_that_for_a_comment(commented):
    assert "step_jacobian" in commented(diagnosis=DIAGNOSIS, rests_on=["step_jacobian"])


def test_without_a_diagnosis_there_is_no_comment(commented):
    assert commented() is None


def test_where_only_verdicts_are_shown_there_is_no_comment(commented):
    assert commented(diagnosis=DIAGNOSIS, reveal=Reveal.VERDICT) is None


def test_an_answer_that_was_left_out_keeps_nbgraders_comment(commented):
    assert commented(source=new_stub().source) == "No response."


def test_a_comment_does_not_outlive_its_diagnosis(commented):
    commented(diagnosis=DIAGNOSIS)

    assert commented() is None


def test_what_a_ta_wrote_is_kept(commented):
    commented(diagnosis=DIAGNOSIS, by_hand="See me.")

    assert commented(diagnosis=DIAGNOSIS) == "See me."
