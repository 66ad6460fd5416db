"""The assignment as nbgrader alone has it: hidden tests in the cells that are graded."""

import ast

import numpy as np
import pytest

from graders.doctor import stock
from graders.grader import questions_of

ASSIGNMENT = "rnn_gradients"


@pytest.fixture(scope="module")
def cells(source):
    notebook = stock.in_nbgraders_own_way(source, ASSIGNMENT)
    return {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}


def run(cells, question, answer):
    """Run the checks of a question, visible and hidden, against an answer."""
    names = {"np": np}
    for name in ("given_imports", "given_rnn", "given_checks"):
        exec(cells[name].source, names)
    exec(answer, names)
    exec(cells[f"test_{question}"].source, names)


@pytest.mark.parametrize("question", questions_of(ASSIGNMENT))
def test_every_graded_cell_holds_its_hidden_tests(cells, question):
    source = cells[f"test_{question}"].source

    assert source.count("### BEGIN HIDDEN TESTS") == source.count("### END HIDDEN TESTS") == 1
    assert "Unrolled" not in source
    ast.parse(source)


@pytest.mark.parametrize("question", questions_of(ASSIGNMENT))
def test_right_answers_pass(cells, question):
    answers = [cells[name].source for name in questions_of(ASSIGNMENT)]

    run(cells, question, "\n".join(answers))


def test_wrong_answers_fail(cells):
    visible, _, _ = cells["test_step_jacobian"].source.partition("### BEGIN")
    hidden_only = {**cells, "test_step_jacobian": cells["test_step_jacobian"].copy()}
    hidden_only["test_step_jacobian"].source = cells["test_step_jacobian"].source[len(visible) :]

    with pytest.raises(AssertionError, match="Not equal to tolerance"):
        run(hidden_only, "step_jacobian", "def step_jacobian(W_hh, z):\n    return 2 * W_hh")


def test_answers_are_where_students_write_them(cells):
    assert "### BEGIN SOLUTION" in cells["step_jacobian"].source
