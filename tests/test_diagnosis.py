"""A wrong answer is named if it is exactly one known misconception, and never as another."""

import functools

import numpy as np
import pytest

from graders.compare import RTOL
from graders.diagnosis import diagnose
from graders.draws import Draws
from graders.grader import load, questions_of
from graders.marks import put
from graders.misconceptions import Misconception, registry
from graders.paper import Item
from graders.results import Diagnosis
from graders.understudy import Understudy
from reference import rnn_gradients as reference

HW = "rnn_gradients"
QUESTIONS = questions_of(HW)
KNOWN = [record for record in registry(HW) if isinstance(record, Misconception)]
STEP = {record.name: record for record in KNOWN if record.question == "step_jacobian"}


@functools.cache
def items_of(question, student="ada"):
    papers = load(HW, question).papers(functools.partial(Draws, b"key", HW, question, student))
    return [item for paper in papers.values() for item in paper]


def diagnosed(answer, question="step_jacobian", student="ada", every=1):
    """What an answer is found to be from its answers to a student's questions."""
    items = items_of(question, student)[::every]
    marks = [put(item, question, Understudy(answer)) for item in items]
    return diagnose(marks, [record for record in KNOWN if record.question == question])


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_misconception_is_found_to_be_itself_or_nothing(question):
    known = [record for record in KNOWN if record.question == question]
    found = []
    for k, record in enumerate(known):
        diagnosis = diagnosed(record.answer, question, f"student {k % 2}", every=9)
        found += [record] if diagnosis else []

        assert diagnosis in (None, Diagnosis(record.known_as, record.student, record.staff))
    assert len(found) > len(known) / 2


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("step_jacobian", "W_diag"),
        ("step_jacobian", "no_square"),
        ("step_norm_bound", "frobenius"),
    ],
)
@pytest.mark.parametrize("student", ["ada", "ben", "chen"])
def test_a_frequent_misconception_is_found_whatever_the_draws(question, name, student):
    (record,) = (r for r in KNOWN if (r.question, r.name) == (question, name))

    assert diagnosed(record.answer, question, student).name == record.known_as


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_right_answer_is_no_misconception(question):
    assert diagnosed(getattr(reference, question), question) is None


def test_another_way_to_the_same_values_is_the_same_misconception():
    def by_columns(W_hh, z):
        return W_hh * (1 - np.tanh(z) ** 2)

    assert diagnosed(by_columns) == diagnosed(STEP["W_diag"].answer)


def guarded(answer):
    """The answer behind the validation that the question asks for."""

    def step_jacobian(W_hh, z):
        reference.step_jacobian(W_hh, z)
        return answer(W_hh, z)

    return step_jacobian


def test_validation_before_a_misconception_does_not_hide_it():
    assert diagnosed(guarded(STEP["W_diag"].answer)).name == "W_diag"


@pytest.mark.parametrize(
    "edge", [lambda W_hh, z: None, lambda W_hh, z: 1 / 0, reference.step_jacobian]
)
def test_another_handling_of_edge_cases_does_not_hide_it(edge):
    def mine(W_hh, z):
        is_edge = not z.all() or np.abs(z).max() > 3
        return (edge if is_edge else STEP["W_diag"].answer)(W_hh, z)

    assert diagnosed(mine).name == "W_diag"


def test_an_edge_case_alone_may_tell():
    def lost_digits(W_hh, z):
        return reference.step_jacobian(W_hh, np.clip(z, -5, 5))

    (clipped,) = invented(lambda W_hh, z: reference.step_jacobian(W_hh, np.clip(z, -5, 5)))
    marks = [put(item, "f", Understudy(lost_digits)) for item in items_of("step_jacobian")]

    assert not [mark for mark in marks if mark.fault and mark.item.draw]
    assert diagnose(marks, [clipped]).name == clipped.name


def test_a_slip_on_one_draw_hides_it():
    calls = iter(range(10**6))

    def mine(W_hh, z):
        return STEP["W_diag"].answer(W_hh, z) + (next(calls) == 9)

    assert diagnosed(mine) is None


def test_an_exception_alone_tells_nothing():
    def raises(W_hh, z):
        raise TypeError("no")

    marks = [put(item, "f", Understudy(raises)) for item in items_of("step_jacobian")]

    assert diagnose(marks, [*invented(raises)]) is None


def invented(*answers):
    return [
        Misconception("f", f"slip {k}", answer, "Look.", "It slips.")
        for k, answer in enumerate(answers)
    ]


ITEMS = [
    Item("ask", (x,), "a draw", demands=[[("equals", (x, 1.0, RTOL), {})]]) for x in (0.0, 1.0, 2.0)
]


def named(answer, *answers, items=ITEMS):
    """The name of the one invented misconception that an answer is found to be."""
    marks = [put(item, "f", Understudy(answer)) for item in items]
    found = diagnose(marks, invented(*answers))
    return found and found.name


def test_of_two_that_agree_neither_is_told():
    assert named(lambda x: 2 * x, lambda x: 2 * x, lambda x: x + x) is None
    assert named(lambda x: 2 * x, lambda x: 2 * x, lambda x: 3 * x) == "slip 0"


def test_two_ways_to_one_misconception_are_one():
    first, second = invented(lambda x: 2 * x, lambda x: x + x)
    again = Misconception("f", "doubled", second.answer, "Look.", "It slips.", first.name)
    marks = [put(item, "f", Understudy(first.answer)) for item in ITEMS]

    assert diagnose(marks, [again, first]).name == first.name


def test_one_who_raises_must_raise_the_same_there():
    def fails(x):
        return 5.0 if x else 1 / x

    def fails_in_words(x):
        return 5.0 if x else float("x")

    assert named(fails, lambda x: 5.0) is None
    assert named(fails, fails_in_words) is None
    assert named(lambda x: 5.0, fails) is None
    assert named(fails, fails_in_words, fails) == "slip 1"


def test_one_who_changes_the_arguments_is_not_one_who_does_not():
    def changes(x):
        x += 1
        return x

    arrays = [
        Item("ask", (np.ones(1),), "a draw", demands=[[("equals", (np.zeros(1), 1.0, RTOL), {})]])
    ]

    assert named(changes, lambda x: x + 1, items=arrays) is None
    assert named(changes, lambda x: x + 1, changes, items=arrays) == "slip 1"


def test_nobody_is_found_among_none():
    assert named(lambda x: 5.0) is None
