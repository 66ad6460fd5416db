"""What whoever waits for a run is told: how far it is, what needs a human, and the sums."""

import pytest
from rich.console import Console

from graders.classroom.sitting import Outcome
from graders.classroom.tally import Tally
from graders.results import Criterion, Question, Results, Verdict


def graded(student, verdict, repairs=()):
    criterion = Criterion("values", "Is right.", 1.0, verdict, "it rained")
    question = Question("f", 10.0, criteria=[criterion])
    return Outcome(student, Results("homework", student, [question], list(repairs)))


@pytest.fixture
def told():
    """What is printed of four submissions: right, wrong and mended, unchecked, and lost."""
    outcomes = [
        graded("ada", Verdict.PASSED),
        graded("ben", Verdict.FAILED, ["A cell was \x1b[31mmended."]),
        graded("cem", Verdict.COULD_NOT_CHECK),
        Outcome("dora", None, "the disk is full"),
    ]
    console, tally = Console(width=100, record=True, quiet=False), Tally()
    tally.watch(outcomes, 4, console)
    tally.tell(7, console)
    return console.export_text()


def test_the_bar_ends_with_all_and_with_the_failures(told):
    assert "4/4" in told
    assert "left, 2 failed" in told


def test_reasons_are_told_by_student_and_what_is_lost_comes_first(told):
    lines = [line for line in told.splitlines() if ": " in line]

    assert lines[:3] == [
        "not graded: dora: the disk is full",
        "needs a human: ben: A cell was �[31mmended.",
        "needs a human: cem: f could not be checked: it rained",
    ]


def test_the_sums_are_told(told):
    for sentence in (
        "3   graded, ",
        "7   left alone",
        "2   need",
        "2   failed",
        "3.3   points of 10",
    ):
        assert f" {sentence}" in told
