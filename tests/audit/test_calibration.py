"""The audit in its short form, and what makes it sound the alarm."""

import json
from pathlib import Path

import pytest

from graders.audit.calibration import Calibration, audit, calibrate, failed_criteria
from graders.audit.tables import of_calibrations, verdicts
from graders.cli import main
from graders.errors import AuthorFault
from graders.grader import questions_of
from tests.conftest import ASSIGNMENTS

HW = "rnn_gradients"
FAILED = {
    assignment: json.loads(
        (Path(__file__).parent / f"failed_criteria/{assignment}.json").read_text()
    )
    for assignment in ASSIGNMENTS
}
"""Which criteria each misconception fails: made by `failed_criteria`, and read by a person."""

each_question = pytest.mark.parametrize(
    ("assignment", "question"), [(a, q) for a in ASSIGNMENTS for q in questions_of(a)]
)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_criteria_that_misconceptions_fail_are_pinned_for_every_question(assignment):
    assert sorted(FAILED[assignment]) == questions_of(assignment)


@each_question
def test_every_misconception_fails_the_criteria_that_it_should(assignment, question):
    assert failed_criteria(assignment, question) == FAILED[assignment][question]


@each_question
def test_known_answers_are_told_apart_in_exams_that_no_test_has_seen(assignment, question):
    found = calibrate(assignment, question, range(100, 102))

    assert found.is_sound, verdicts([found])
    assert found.right_error < 1e-6 / 5
    assert found.wrong_error > 1e-6 * 100


def test_the_audit_asks_for_at_least_so_many_draws_and_tells_how_far_it_is():
    heard = []

    found = audit(HW, 60, 2, heard.append)

    assert [one.question for one in found] == questions_of(HW)
    assert all(one.draws >= 60 and one.is_sound for one in found)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_an_audit_of_nothing_is_refused():
    with pytest.raises(AuthorFault, match="got 0 draws and 1 jobs, but at least one of each is n"):
        audit(HW, 0)
    with pytest.raises(AuthorFault, match=r"there are no graders graders/no_such/test_\*\.py"):
        audit("no_such", 10)


def test_the_command_fails_in_words_if_there_is_nothing_to_audit(capsys):
    assert main(["audit", "--draws", "0"]) == 1
    assert "at least one of each is needed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ({"paid": {"W_diag": 2}}, "W_diag was paid, but is wrong, in 2 of 5 exams"),
        ({"refused": {"einsum": 1}}, "einsum was refused, but is right, in 1 of 5 exams"),
        ({"idle": {"shape"}}, "no known wrong answer fails the criterion shape"),
    ],
)
def test_whatever_is_wrong_is_told_and_is_not_sound(harm, told):
    one = Calibration("step_jacobian", exams=5, draws=100, wrong=3, right=3, **harm)

    assert not one.is_sound
    assert verdicts([one]) == [f"step_jacobian: {told}"]
    assert of_calibrations([one]).row_count == 1


def test_bounds_are_those_of_one_answer_and_follow_the_rule_of_three():
    one = Calibration("step_jacobian", exams=100, draws=3000, wrong=50, right=20)

    assert (one.refused_at_most, one.paid_at_most) == (0.001, 0.03)


def test_no_rate_is_told_where_nothing_is_drawn():
    found = calibrate("spectral_analysis", "refute_polar", range(1))

    cells = [[*column.cells] for column in of_calibrations([found]).columns]
    assert (found.draws, found.exams) == (0, 1)
    assert cells[-2:] == [["–"], ["–"]]
