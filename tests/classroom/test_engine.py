"""Grading one submission: a pure function from a notebook to results and a notebook."""

import gc
import os
import signal
from copy import deepcopy

import nbformat
import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.utils import determine_grade

from graders.classroom import engine
from graders.classroom.engine import Rules, Submission, give_up, grade
from graders.classroom.feedback import Reveal
from graders.results import Verdict
from graders.sandbox.functions import Reply
from graders.sandbox.limits import Limits
from reference.source import in_one_piece

RULES = Rules(b"key")
HASTY = Rules(b"key", Limits(cell_seconds=0.4))
RIGHT = in_one_piece("rnn_gradients")
TRANSPOSED = """
import numpy as np

def step_jacobian(W_hh, z):
    return W_hh.T @ np.diag(1 - np.tanh(z) ** 2)
"""


def code(source, **about):
    """A code cell; `about` is what nbgrader knows of it."""
    cell = new_code_cell(source)
    if about:
        cell.metadata.nbgrader = {"schema_version": 3, "task": False, "locked": True} | about
    return cell


def checks(question, points=10):
    """A graded cell of the assignment."""
    return code("check()", grade_id=f"test_{question}", grade=True, solution=False, points=points)


@pytest.fixture
def graded():
    """A function that grades a notebook of some cells: its results, and the notebook after it."""

    def graded(*cells, student="ada", repairs=(), rules=RULES):
        notebook = new_notebook(cells=deepcopy([*cells]))
        submission = Submission("rnn_gradients", student, notebook, list(repairs))
        return grade(submission, rules), notebook

    return graded


def graded_cells(notebook):
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def shown(cell):
    """The plain text of a cell's only output, and its page."""
    (output,) = cell.outputs
    assert output.output_type == "execute_result"
    return output.data["text/plain"], output.data["text/html"]


def test_the_same_submission_gives_the_same_again(graded):
    cells = [
        code("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nplt"),
        code(TRANSPOSED),
        code("step_jacobian(1, 2)"),
        code("import os; os._exit(1)"),
        *map(checks, ("step_jacobian", "gradient_regime", "absent")),
    ]

    assert graded(*cells, repairs=["Mended."]) == graded(*cells, repairs=["Mended."])


def test_a_zygote_that_has_died_is_replaced(graded):
    graded(checks("step_jacobian"))
    os.kill(engine._zygotes[-1]._process.pid, signal.SIGKILL)
    engine._zygotes[-1]._process.wait()

    results, _ = graded(code(RIGHT), checks("step_jacobian"))

    assert results.score == 10


def test_a_submission_that_is_given_up_waits_for_a_ta_with_the_reason():
    notebook = new_notebook(cells=[code(RIGHT), checks("step_jacobian"), checks("absent")])

    results = give_up(Submission("rnn_gradients", "ada", notebook), "MachineFault: fire", RULES)

    assert [question.verdict for question in results.questions] == [Verdict.COULD_NOT_CHECK] * 2
    assert results.needs_human == [
        "step_jacobian could not be checked: MachineFault: fire",
        "absent could not be checked: MachineFault: fire",
    ]
    assert "It costs you nothing" in shown(graded_cells(notebook)[0])[1]


def test_another_student_gets_other_draws(graded):
    cells = [code(TRANSPOSED), checks("step_jacobian")]

    assert graded(*cells)[0].questions != graded(*cells, student="ben")[0].questions


def test_what_students_are_shown_does_not_change_the_results(graded):
    one, *others = (
        graded(code(TRANSPOSED), checks("step_jacobian"), rules=Rules(b"key", reveal=reveal))[0]
        for reveal in Reveal
    )

    assert others == [one, one]


def test_the_points_are_in_the_measure_of_the_notebook(graded):
    results, _ = graded(code(RIGHT), checks("step_jacobian", points=5))

    assert (results.score, results.max_score) == (5.0, 5.0)


def test_a_missing_grader_costs_nothing_and_needs_a_human(graded):
    results, notebook = graded(code(RIGHT), checks("absent"), checks("step_jacobian"))
    absent, step_jacobian = results.questions

    assert absent.verdict is Verdict.COULD_NOT_CHECK
    assert results.needs_human == [
        "absent could not be checked: there is no grader graders/rnn_gradients/test_absent.py"
    ]
    assert "<strong>?</strong> of 10 points" in shown(graded_cells(notebook)[0])[1]
    assert "It costs you nothing" in shown(graded_cells(notebook)[0])[1]
    assert step_jacobian.score == 10.0


def test_a_graded_cell_shows_its_score_to_nbgrader_and_a_table_to_people(graded):
    results, notebook = graded(code(TRANSPOSED), checks("step_jacobian"), checks("gradient_regime"))

    for question, cell in zip(results.questions, graded_cells(notebook), strict=True):
        text, page = shown(cell)
        assert text == repr(question.score)
        assert f"<strong>{question.score:g}</strong> of 10 points" in page
        assert page.count(" title=") == len(question.criteria)
    assert 10.0 > results.questions[0].score > results.questions[1].score == 0.0
    nbformat.validate(notebook)


def test_nbgrader_reads_the_same_score_from_the_graded_cells(graded):
    questions = ("step_jacobian", "immediate_gradient", "absent")
    results, notebook = graded(code(TRANSPOSED), *map(checks, questions))

    assert [determine_grade(cell) for cell in graded_cells(notebook)] == [
        (question.score, question.max_score) for question in results.questions
    ]


def test_a_bonus_is_worth_its_criteria_and_nothing_to_nbgrader(graded):
    results, notebook = graded(code(RIGHT), checks("weight_gradient", points=0))
    (cell,) = graded_cells(notebook)
    text, page = shown(cell)

    assert (results.score, results.max_score) == (10.0, 0.0)
    assert text == "0.0"
    assert determine_grade(cell) == (0.0, 0.0)
    assert "bonus <strong>10</strong> of 10 points" in page


def test_a_forged_output_of_a_graded_cell_does_not_survive(graded):
    forged = checks("step_jacobian")
    forged.outputs = [new_output("execute_result", {"text/plain": "10.0"})]

    results, notebook = graded(code("print('10.0')"), forged)

    assert results.score == 0.0
    assert shown(graded_cells(notebook)[0])[0] == "0.0"


def test_the_source_of_a_graded_cell_is_never_run(graded):
    cell = checks("step_jacobian")
    cell.source = "print('here I am')\nstep_jacobian = None\n10.0"

    results, notebook = graded(code(RIGHT), cell)

    assert results.score == 10.0
    assert "here I am" not in str(notebook.cells[2].outputs)


def test_cells_of_the_student_show_what_they_put_out(graded):
    old = code("x = 1\nprint('hello')\nx")
    old.outputs = [new_output("stream", text="yesterday")]

    _, notebook = graded(old, code("1 / 0"), checks("step_jacobian"))
    stream, result = notebook.cells[1].outputs
    (error,) = notebook.cells[2].outputs

    assert (stream.text, result.data["text/plain"]) == ("hello\n", "1")
    assert error.ename == "ZeroDivisionError"
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2, None]


def test_an_answer_in_code_that_a_person_grades_is_run_and_left_to_them(graded):
    answer = code("6 * 7", grade_id="derive_it", grade=True, solution=True, points=4)

    results, notebook = graded(answer, checks("step_jacobian"))

    assert [question.name for question in results.questions] == ["step_jacobian"]
    assert notebook.cells[1].outputs[0].data["text/plain"] == "42"


def test_what_was_found_stands_on_top_and_nothing_else_is_added(graded):
    _, notebook = graded(code(RIGHT), new_markdown_cell("# Title"), checks("step_jacobian"))

    assert [cell.cell_type for cell in notebook.cells] == ["markdown", "code", "markdown", "code"]
    assert notebook.cells[0].id == "grading-overview"
    assert "<li>" not in notebook.cells[0].source


def test_repairs_and_stopped_cells_are_noted_on_top(graded):
    endless = code("# try it\nwhile True: pass")
    named = code("while True: pass", grade_id="step_jacobian", grade=False, solution=True)

    _, notebook = graded(endless, named, repairs=["It was a PDF."], rules=HASTY)
    notes = notebook.cells[0]

    assert (notes.cell_type, notes.id) == ("markdown", "grading-overview")
    assert "<li>It was a PDF.</li>" in notes.source
    assert "The cell that begins `# try it` did not finish within 0.4 s" in notes.source
    assert "The cell `step_jacobian` did not finish within 0.4 s and was stopped." in notes.source
    nbformat.validate(notebook)


def test_nothing_that_a_student_answered_outlives_the_grading(graded):
    source = "import numpy as np\ndef step_jacobian(W_hh, z): return np.zeros((3, 5, 7))"
    gc.collect()
    gc.disable()  # what is left in a circle stays until it runs, and large answers fill the memory
    try:
        results, _ = graded(code(source), checks("step_jacobian"))
        replies = [one for one in gc.get_objects() if isinstance(one, Reply)]
    finally:
        gc.enable()

    assert results.score < 10
    assert [one for one in replies if np.shape(one.value) == (3, 5, 7)] == []
