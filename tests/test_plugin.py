"""A grader file becomes criteria: passed, failed, or not checked when the fault is ours."""

from pathlib import Path

import pytest

from graders.examination import examine
from graders.plugin import GRADERS, set_papers
from graders.results import Verdict
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student
from reference.source import in_one_piece

ROOT = Path(__file__).parent.parent
RIGHT = in_one_piece("rnn_gradients")
QUESTIONS = sorted(
    path.stem.removeprefix("test_") for path in (ROOT / "graders/rnn_gradients").glob("test_*.py")
)


@pytest.fixture
def examined(zygote):
    """A function that examines a notebook made of some cells."""

    def examined(*sources, questions=("step_jacobian",), student="ada", graders=None):
        limits = Limits(call_seconds=0.5, question_seconds=10.0)
        where = ("practice", graders.parent) if graders else ("rnn_gradients", GRADERS)
        with Student(zygote, ["import numpy as np", *sources], limits) as one:
            papers = set_papers(list(questions), where[0], b"key", student, where[1])
            return examine(papers, one)

    return examined


def verdicts(criteria):
    return {criterion.name: criterion.verdict for criterion in criteria}


def test_the_reference_itself_passes_every_criterion(examined):
    found = examined(RIGHT, questions=QUESTIONS)

    assert [q for q in QUESTIONS if set(verdicts(found[q]).values()) != {Verdict.PASSED}] == []


def test_an_empty_notebook_passes_none(examined):
    found = examined(questions=QUESTIONS)

    assert {v for q in QUESTIONS for v in verdicts(found[q]).values()} == {Verdict.FAILED}


def test_a_criterion_has_its_sentence_its_points_and_its_evidence(examined):
    wrong = "def step_jacobian(W_hh, z): return W_hh @ np.diag(1 - np.tanh(z) ** 2)"

    values = next(c for c in examined(wrong)["step_jacobian"] if c.name == "values")

    assert values.sentence == "Equals the Jacobian of one step on random networks."
    assert (values.points, values.verdict) == (5.0, Verdict.FAILED)
    assert values.problem.startswith("entry [")
    assert values.expected.startswith("it should be ")
    assert values.evidence.keys() >= {"family", "seed", "d", "n", "inputs", "got", "want", "error"}


def test_the_same_student_is_asked_the_same_again(examined):
    wrong = "def step_jacobian(W_hh, z): return W_hh"

    assert examined(wrong) == examined(wrong)
    assert examined(wrong) != examined(wrong, student="ben")


@pytest.mark.parametrize(
    "cheat",
    [
        "def step_jacobian(W_hh, z): raise ValueError('always')",
        "def step_jacobian(W_hh, z): raise NotImplementedError()",
        "def step_jacobian(W_hh, z): return None",
        "step_jacobian = None",
    ],
)
def test_no_answer_earns_no_criterion(examined, cheat):
    assert set(verdicts(examined(cheat)["step_jacobian"]).values()) == {Verdict.FAILED}


def test_a_constant_of_the_right_shape_earns_its_shape_only(examined):
    zeros = "def step_jacobian(W_hh, z): return np.zeros_like(W_hh)"

    passed = [c.name for c in examined(zeros)["step_jacobian"] if c.verdict is Verdict.PASSED]

    assert passed == ["shape"]


def test_a_changed_argument_is_named(examined):
    changes = (
        RIGHT
        + """
right = step_jacobian
def step_jacobian(W_hh, z):
    J = right(W_hh, z)
    W_hh[...] = J
    return W_hh
"""
    )
    failed = [c for c in examined(changes)["step_jacobian"] if c.verdict is Verdict.FAILED]

    assert [c.name for c in failed] == ["unmodified"]
    assert failed[0].problem == "changed its argument number 1: work on a copy instead"


def test_an_endless_function_fails_every_criterion_within_the_questions_time(examined):
    endless = "def step_jacobian(W_hh, z):\n    while True: pass"

    problems = [c.problem for c in examined(endless)["step_jacobian"]]

    assert problems[0] == "did not finish within 0.5 s and was stopped"
    assert problems[-1] == "was not called any more: this question has used up its time"


@pytest.fixture
def graders(tmp_path):
    """A folder for graders of another assignment, `practice`."""
    (tmp_path / "practice").mkdir()
    return tmp_path / "practice"


def only(found):
    (criterion,) = found
    return criterion.verdict, criterion.problem


def test_a_grader_that_raises_could_not_check(examined, graders):
    (graders / "test_q.py").write_text("def test_values(exam):\n    '''Is.'''\n    1 / 0\n")

    found = examined(questions=["q"], graders=graders)

    assert only(found["q"]) == (
        Verdict.COULD_NOT_CHECK,
        "ZeroDivisionError: division by zero",
    )


def test_a_grader_that_cannot_be_read_could_not_check(examined, graders):
    (graders / "test_broken.py").write_text("def test_values(exam)\n")
    (graders / "test_r.py").write_text("def test_values(exam):\n    '''Is.'''\n")

    found = examined(questions=["broken", "r"], graders=graders)

    assert only(found["broken"])[0] is Verdict.COULD_NOT_CHECK
    assert "test_broken.py is broken" in only(found["broken"])[1]
    assert only(found["r"])[0] is Verdict.PASSED


def test_a_missing_grader_could_not_check(examined, graders):
    found = examined(questions=["absent"], graders=graders)

    assert only(found["absent"]) == (
        Verdict.COULD_NOT_CHECK,
        "there is no grader graders/practice/test_absent.py",
    )


def test_a_grader_without_criteria_could_not_check(examined, graders):
    (graders / "test_empty.py").write_text("")

    verdict, problem = only(examined(questions=["empty"], graders=graders)["empty"])

    assert verdict is Verdict.COULD_NOT_CHECK
    assert "the grader ran no criterion" in problem


def test_the_environment_does_not_choose_what_is_asked(examined, monkeypatch):
    monkeypatch.setenv("PYTEST_ADDOPTS", "-k shape")

    found = verdicts(examined(RIGHT)["step_jacobian"])

    assert list(found.values()) == [Verdict.PASSED] * 5


def test_an_interrupt_is_not_swallowed(examined, graders):
    (graders / "test_s.py").write_text(
        "def test_one(exam):\n    '''Is.'''\n    raise KeyboardInterrupt\n"
    )

    with pytest.raises(KeyboardInterrupt):
        examined(questions=["s"], graders=graders)


@pytest.mark.parametrize(
    "raises", ["raise TypeError('a rule')", "import pytest; pytest.fail('a rule')"]
)
def test_a_demand_that_raises_could_not_check(examined, graders, capsys, raises):
    (graders / "test_t.py").write_text(
        f"def rule(answer):\n    print('news')\n    {raises}\n"
        "def test_one(exam):\n    '''Is.'''\n    exam.ask().satisfies(rule)\n"
    )

    verdict, problem = only(examined("def t(): return 1", questions=["t"], graders=graders)["t"])

    assert verdict is Verdict.COULD_NOT_CHECK
    assert problem.endswith(": a rule")
    assert capsys.readouterr().out == ""


def test_a_demand_that_is_interrupted_ends_it_all(examined, graders):
    (graders / "test_u.py").write_text(
        "def rule(answer): raise KeyboardInterrupt\n"
        "def test_one(exam):\n    '''Is.'''\n    exam.ask().satisfies(rule)\n"
    )

    with pytest.raises(KeyboardInterrupt):
        examined("def u(): return 1", questions=["u"], graders=graders)
