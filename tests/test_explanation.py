"""What went wrong is looked into once the verdict stands, and that moves no point."""

import functools
from copy import deepcopy

import pytest

from graders.draws import Draws
from graders.errors import TimedOut
from graders.examination import examine
from graders.explanation import explain
from graders.grader import load
from graders.misconceptions import registry, source
from graders.plugin import GRADERS, set_papers
from graders.results import Verdict
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student

HW = "rnn_gradients"
HASTY = Limits(call_seconds=0.3, question_seconds=20.0, explanation_seconds=20.0)
KNOWN = {(record.question, record.name): record for record in registry(HW)}
W_DIAG = "def step_jacobian(W_hh, z): return W_hh * (1 - np.tanh(z) ** 2)"


DRAWS = functools.partial(Draws, b"key", HW, "step_jacobian", "ada")
PAPERS = load(HW, "step_jacobian").papers(DRAWS)
ASKED = sum(len(item.calls) for items in PAPERS.values() for item in items)


@pytest.fixture
def explained(zygote):
    """A function that grades cells: criteria by name as they were before, after, diagnoses."""

    def explained(*sources, question="step_jacobian", assignment=HW, home=GRADERS, limits=HASTY):
        with Student(zygote, ["import numpy as np", *sources], limits) as student:
            papers = set_papers([question], assignment, b"key", "ada", home)
            found = examine(papers, student)
            before = deepcopy(found)
            diagnoses = explain(found, papers, assignment, student, b"key", home)
        assert verdicts(found[question]) == verdicts(before[question])
        return {c.name: c for c in found[question]}, diagnoses

    return explained


def verdicts(criteria):
    """All that is known of criteria but their counterexamples."""
    return [vars(criterion) | {"counterexample": None} for criterion in criteria]


def test_a_misconception_is_diagnosed_and_each_failed_criterion_has_its_counterexample(explained):
    criteria, diagnoses = explained(W_DIAG)
    record = KNOWN["step_jacobian", "W_diag"]

    assert {name for name, c in criteria.items() if c.counterexample} == {
        name for name, c in criteria.items() if c.verdict is Verdict.FAILED
    }
    assert criteria["shape"].verdict is Verdict.PASSED
    (diagnosis,) = diagnoses.values()
    assert (diagnosis.name, diagnosis.student, diagnosis.staff) == (
        "W_diag",
        record.student,
        record.staff,
    )


@pytest.mark.parametrize(
    ("question", "name"),
    [("step_jacobian", "transposed"), ("step_norm_bound", "frobenius")],
)
def test_what_the_registry_knows_is_diagnosed_from_a_notebook(explained, question, name):
    record = KNOWN[question, name]

    _, diagnoses = explained(source(record), question=question)

    assert diagnoses[question].name == record.known_as


def test_a_wrong_answer_that_nobody_knows_has_counterexamples_and_no_diagnosis(explained):
    criteria, diagnoses = explained("def step_jacobian(W_hh, z): return W_hh + 7.25")

    assert diagnoses == {}
    assert criteria["values"].counterexample.code.endswith("step_jacobian(my_W_hh, my_z)")


def test_an_exception_has_a_counterexample_and_no_diagnosis(explained):
    criteria, diagnoses = explained("def step_jacobian(W_hh, z): return {}[0]")

    assert {c.counterexample.problem for c in criteria.values()} >= {criteria["values"].problem}
    assert diagnoses == {}


@pytest.mark.parametrize(
    "later",
    [
        "return np.diag(1 / np.cosh(z) ** 2) @ W_hh",
        "raise KeyError('later')",
        "return 'something else'",
        "while True: pass",
        "os._exit(1)",
    ],
)
def test_who_answers_otherwise_once_asked_again_keeps_the_verdict(explained, later):
    """The exam has asked all that it asks; the function changes its ways later."""
    criteria, diagnoses = explained(f"""
import os
calls = iter(range(10 ** 6))
def step_jacobian(W_hh, z):
    if next(calls) < {ASKED}:
        return W_hh[0]
    {later}
""")

    assert {criterion.verdict for criterion in criteria.values()} == {Verdict.FAILED}
    assert diagnoses == {}


@pytest.mark.parametrize("end", ["while True: pass", "os._exit(1)"])
def test_who_ends_during_the_explanation_loses_nothing_more(explained, end):
    criteria, diagnoses = explained(f"""
import os
def step_jacobian(W_hh, z):
    if len(z) == 2 and W_hh[0, 0] == 1.0 == W_hh[1, 0] - 2 and z[0] == 0 == z[1] - 1:
        {end}
    return W_hh * 7.25
""")

    assert criteria["values"].fault == "WrongAnswer"
    assert criteria["values"].counterexample is None
    assert criteria["shape"].verdict is Verdict.PASSED
    assert diagnoses == {}


def test_who_does_not_come_to_the_end_again_is_not_diagnosed(explained):
    """The last draw of a criterion that fails at once is asked about for the diagnosis only."""
    draws = functools.partial(Draws, b"key", HW, "step_jacobian", "ada")
    last = load(HW, "step_jacobian").papers(draws)["unmodified"][-1]

    criteria, diagnoses = explained(f"""
def step_jacobian(W_hh, z):
    while W_hh[0, 0] == {float(last.args[0][0, 0])!r}: pass
    return W_hh * (1 - np.tanh(z) ** 2)
""")

    assert criteria["values"].counterexample
    assert diagnoses == {}


def test_what_passed_has_no_counterexample_though_a_small_draw_were_one(explained):
    criteria, _ = explained("""
def step_jacobian(W_hh, z):
    is_small = W_hh[0, 0] in (0.0, 1.0, 2.0) and 400.0 not in z
    return np.diag(1 - np.tanh(z) ** 2) @ W_hh + is_small
""")

    assert criteria["values"].verdict is Verdict.PASSED
    assert criteria["values"].counterexample is None
    assert criteria["errors"].counterexample


def test_the_same_answers_are_explained_the_same_way_again(explained):
    assert explained(W_DIAG) == explained(W_DIAG)


@pytest.fixture
def practice(tmp_path):
    """A function that writes the grader of `f`, a question of another assignment."""
    (tmp_path / "practice").mkdir()

    def practice(body):
        text = f"from graders.plugin import criterion\n\n\n{body}"
        (tmp_path / "practice" / "test_f.py").write_text(text)
        return {"question": "f", "assignment": "practice", "home": tmp_path}

    return practice


def test_an_assignment_without_known_misconceptions_has_counterexamples_only(explained, practice):
    grader = practice(
        "@criterion(points=1)\ndef test_values(exam):\n    exam.ask(2.0).equals(4.0)\n"
    )

    criteria, diagnoses = explained("def f(x): return x", **grader)

    assert criteria["values"].counterexample.code == "f(2.0)"
    assert diagnoses == {}


def test_a_grader_that_looks_into_an_answer_itself_checks_nothing(explained, practice):
    grader = practice('''
@criterion(points=1)
def test_values(exam):
    """Is symmetric."""
    J = exam.ask(2.0).array(2, 2)
    exam.ask(3.0).equals(J.T)
''')

    criteria, diagnoses = explained("def f(x): return x * np.ones((2, 2))", **grader)

    assert criteria["values"].verdict is Verdict.COULD_NOT_CHECK
    assert criteria["values"].problem == (
        "AttributeError: an Answer cannot be asked for `T`: what rests on it is for `satisfies`"
    )
    assert diagnoses == {}


# This fails: NumPy's warnings about numbers beyond float64 reach the terminal of whoever grades.
def test_numbers_that_float64_cannot_hold_are_no_news(explained, recwarn):
    explained("def step_jacobian(W_hh, z): return W_hh * np.longdouble('1e4000')")

    assert [str(warning.message) for warning in recwarn] == []


# This fails: to be asked more, the notebook is run again without time, and its cells are stopped.
def test_cells_that_ran_are_not_said_to_have_been_stopped(zygote):
    cells = [
        "import numpy as np\nprint('hello')",
        W_DIAG + "\ndef endless():\n    while True: pass",
    ]
    with Student(zygote, cells, Limits(submission_seconds=1.5, call_seconds=9.0)) as student:
        papers = set_papers(["step_jacobian"], HW, b"key", "ada")
        found = examine(papers, student)
        with pytest.raises(TimedOut):
            student.call("endless")
        before = deepcopy(student.cells)

        explain(found, papers, HW, student, b"key")

    assert student.cells == before
