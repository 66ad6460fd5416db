"""Who is asked more once the verdict stands, and for how long."""

import pytest

from graders.errors import Died, NotDefined, OutOfTime, Raised, TimedOut, Unreadable, WrongAnswer
from graders.explanation import explain
from graders.misconceptions import registry, source
from graders.plugin import set_papers
from graders.results import Criterion, Verdict
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student

HW = "rnn_gradients"
PAPERS = set_papers(["step_jacobian", "gradient_regime", "step_norm_bound"], HW, b"key", "ada")
LIMITS = Limits(call_seconds=0.5, question_seconds=20.0, explanation_seconds=20.0)


class Silent(Student):
    """A student who is not to be asked anything."""

    def __init__(self):
        pass

    def begin_explanation(self):
        raise AssertionError("time was given")

    def call(self, name, *args, views=False):
        raise AssertionError("was asked")


class Patient(Silent):
    """A student who counts how often time is given, and answers nothing."""

    def __init__(self):
        self.begun = 0

    def begin_explanation(self):
        self.begun += 1

    def call(self, name, *args, views=False):
        raise OutOfTime("was not called any more")


def failed(*faults, verdict=Verdict.FAILED):
    """A criterion of step_jacobian for each fault."""
    names = ("shape", "values", "edges", "unmodified", "errors")
    return [
        Criterion(name, "Is.", 1.0, verdict, fault=fault.__name__ if fault else "")
        for name, fault in zip(names, faults, strict=False)
    ]


def test_a_right_answer_is_not_asked_again():
    passed = failed(None, None, verdict=Verdict.PASSED)

    assert explain({"step_jacobian": passed}, PAPERS, HW, Silent(), b"key") == {}


@pytest.mark.parametrize("fault", [NotDefined, TimedOut, OutOfTime, Died, Unreadable])
def test_whoever_did_not_come_to_an_end_is_not_asked_again(fault):
    criteria = failed(WrongAnswer, fault)

    assert explain({"step_jacobian": criteria}, PAPERS, HW, Silent(), b"key") == {}
    assert [criterion.counterexample for criterion in criteria] == [None, None]


def test_what_could_not_be_checked_is_not_explained():
    criteria = failed(WrongAnswer) + failed(None, verdict=Verdict.COULD_NOT_CHECK)

    assert explain({"step_jacobian": criteria}, PAPERS, HW, Silent(), b"key") == {}


@pytest.mark.parametrize("fault", [WrongAnswer, Raised])
def test_every_question_that_failed_has_time_of_its_own(fault):
    student, questions = Patient(), ["step_jacobian", "gradient_regime", "weight_gradient"]
    found = {question: failed(fault) for question in questions}
    found["weight_gradient"] = failed(None, verdict=Verdict.PASSED)

    assert explain(found, PAPERS, HW, student, b"key") == {}
    assert student.begun == 2


def test_the_next_question_is_explained_whatever_became_of_the_one_before(zygote):
    frobenius = known("step_norm_bound", "frobenius")
    sources = ["import os", "def step_jacobian(W_hh, z): os._exit(1)", frobenius]
    found = {
        "step_jacobian": failed(WrongAnswer, WrongAnswer),
        "step_norm_bound": [Criterion("tight", "Is.", 1.0, Verdict.FAILED, fault="WrongAnswer")],
    }
    with Student(zygote, sources, LIMITS) as student:
        diagnoses = explain(found, PAPERS, HW, student, b"key")

    assert {c.counterexample for c in found["step_jacobian"]} == {None}
    assert found["step_norm_bound"][0].counterexample
    assert [*diagnoses] == ["step_norm_bound"]


def known(question, name):
    """The source of a misconception."""
    (record,) = (r for r in registry(HW) if (r.question, r.name) == (question, name))
    return source(record)
