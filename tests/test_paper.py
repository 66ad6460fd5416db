"""A paper holds all that a grader asks, and anybody's answers to it get their marks."""

import functools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.compare import RTOL
from graders.draws import Draws
from graders.errors import NotDefined, Raised, TimedOut, WrongAnswer
from graders.examination import examine
from graders.grader import load, questions_of
from graders.marks import put
from graders.misconceptions import Variant, registry
from graders.paper import Item, Paper
from graders.plugin import set_papers
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student
from graders.understudy import Understudy
from reference import rnn_gradients as reference

HW = "rnn_gradients"
QUESTIONS = questions_of(HW)
EYE = np.eye(2)


@functools.cache
def papers(question, student="ada"):
    return load(HW, question).papers(functools.partial(Draws, b"key", HW, question, student))


def written(grader):
    """The items that a grader writes down."""
    paper = Paper("f", Draws(b"key", "a", "f", "ada", "values"))
    grader(paper)
    return paper.items


def test_every_manner_of_asking_is_written_down_with_what_is_asked():
    def grader(exam):
        exam.ask(1.0, EYE)
        exam.ask_with_views(2.0)
        exam.leaves_alone(3.0)
        exam.answers(4.0)
        exam.refuses(5.0, because="it is 5")

    items = written(grader)

    assert [(item.manner, item.args[0]) for item in items] == [
        ("ask", 1.0),
        ("ask_with_views", 2.0),
        ("leaves_alone", 3.0),
        ("answers", 4.0),
        ("refuses", 5.0),
    ]
    assert items[0].args[1] is EYE
    assert [item.because for item in items] == ["", "", "", "", "it is 5"]
    assert [item.is_about_values for item in items] == [True, True, True, False, False]


def test_an_item_knows_its_draw_and_an_edge_case_has_none():
    def grader(exam):
        for rnn in exam.rnns("gauss1", count=2):
            exam.ask(rnn.z)
        for label in exam.labels("dirichlet1", count=1):
            exam.ask(label.p)
        exam.ask(1.0)

    first, second, label, edge = written(grader)

    assert first.args[0] is not second.args[0]
    assert [np.array_equal(item.args[0], item.draw.z) for item in (first, second)] == [True] * 2
    assert label.args[0] is label.draw.p
    assert edge.draw is None


def test_what_is_demanded_is_written_down_with_the_way_to_it():
    def grader(exam):
        answer = exam.ask(1.0)
        answer.item(1, of=2, name="the loose bound").equals(3.0, 7.0)
        answer.item(0, of=2, name="the tight bound").number()
        exam.ask("x").says("vanishing")
        exam.ask(2.0).array(2, 2)

    pair, word, array = written(grader)

    assert pair.demands == [
        [("item", (1,), {"of": 2, "name": "the loose bound"}), ("equals", (3.0, 7.0, RTOL), {})],
        [("item", (0,), {"of": 2, "name": "the tight bound"}), ("number", (), {})],
    ]
    assert [(item.want, item.scale) for item in (pair, word, array)] == [
        (3.0, 7.0),
        ("vanishing", 1.0),
        (None, 1.0),
    ]


def test_a_blank_is_not_asked_for_what_no_answer_can_be_asked_for():
    words = "an Answer cannot be asked for `matrix`: what rests on it is for `satisfies`"
    with pytest.raises(AttributeError, match=words):
        written(lambda exam: exam.ask(1.0).matrix(2, 2))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_grader_with_nobody_answering_runs_to_the_end(question):
    for items in papers(question).values():
        assert items
        assert all(item.because if item.manner == "refuses" else item.demands for item in items)


def test_a_paper_asks_what_the_student_is_asked(zygote):
    source = "import numpy as np\ndef step_jacobian(W_hh, z): return np.zeros_like(W_hh)"
    with Student(zygote, [source]) as student:
        asked = set_papers(["step_jacobian"], HW, b"key", "ada")
        found = examine(asked, student)["step_jacobian"]

    first = {
        name: next(i for i in items if i.is_about_values or i.because)
        for name, items in papers("step_jacobian").items()
    }
    failed = {c.name: c.evidence["seed"] for c in found if "seed" in c.evidence}
    assert failed == {name: first[name].draw.seed for name in ("values", "unmodified")}


# ---- who sits it


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_reference_gets_no_fault_for_any_item(question):
    answering = Understudy(getattr(reference, question))
    marks = [
        put(item, question, answering) for paper in papers(question).values() for item in paper
    ]

    assert [(mark.item.args, str(mark.fault)) for mark in marks if mark.fault] == []
    assert max(mark.error for mark in marks) < RTOL / 1000


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_right_variant_gets_no_fault_for_any_value(question):
    items = [item for paper in papers(question).values() for item in paper if item.is_about_values]
    for record in registry(HW):
        if record.question == question and isinstance(record, Variant):
            answering = Understudy(record.answer)
            faults = (put(item, question, answering).fault for item in items)
            assert [str(fault) for fault in faults if fault] == [], record.name


# ---- what it gets for it


def marked(answer, demand, *args, manner="ask"):
    """The mark of an answer of which one thing is demanded."""
    (item,) = written(lambda exam: demand(getattr(exam, manner)(*args)))
    return put(item, "f", Understudy(answer))


@given(st.floats(1e-3, 1e3), st.floats(1e-3, 1e3))
@settings(deadline=None)
def test_an_error_is_told_in_units_of_the_scale(off, scale):
    mark = marked(lambda x: x + off, lambda blank: blank.equals(EYE, scale), EYE)

    assert mark.error == pytest.approx(off / scale)
    assert isinstance(mark.fault, WrongAnswer) == (off > RTOL * scale)


@pytest.mark.parametrize("answer", [(1.25, 7.0), (6.0, 2.25)])
def test_the_largest_error_of_all_demands_is_told(answer):
    def two(blank):
        blank.item(0, of=2, name="a").equals(1.0)
        blank.item(1, of=2, name="b").equals(2.0)

    assert marked(lambda x: answer, two, 1.0).error == 5.0


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda x: x[0], "the result has shape (2,), but should have (2, 2)"),
        (lambda x: x / 0.0, "entry [0, 0] is inf, which cannot be right"),
        (lambda x: None, "the result is None: is a `return` missing?"),
        (lambda x: {}["W"], "raised KeyError: 'W'"),
    ],
)
def test_where_no_error_can_be_measured_it_is_infinite(answer, words):
    mark = marked(answer, lambda blank: blank.equals(EYE), EYE)

    assert (str(mark.fault), mark.error) == (words, math.inf)
    assert (mark.reply is None) == isinstance(mark.fault, Raised)


def test_a_changed_argument_is_a_fault_of_a_right_answer():
    def changes(x):
        x += 1.0
        return EYE

    mark = marked(changes, lambda blank: blank.equals(EYE), EYE, manner="leaves_alone")

    assert str(mark.fault) == "changed its argument number 1: work on a copy instead"
    assert np.array_equal(mark.reply.args[0], EYE + 1.0)
    assert mark.error == math.inf


def test_a_refusal_is_marked():
    item = Item("refuses", (1.0,), because="x is 1")
    refusing = functools.partial(float, "no")

    assert put(item, "f", Understudy(lambda x: refusing())).fault is None
    assert str(put(item, "f", Understudy(lambda x: x)).fault) == (
        "returned a value, but should raise ValueError: x is 1"
    )


def test_the_part_of_an_answer_that_is_looked_at_is_kept():
    def second(blank):
        blank.item(1, of=2, name="the second").equals(2.0)

    assert marked(lambda x: (1.0, 7.0), second, 1.0).answer == 7.0
    assert marked(lambda x: 1.0, second, 1.0).answer is None
    assert marked(lambda x: 1 / 0, second, 1.0).answer is None
    assert marked(lambda x: 7.0, lambda blank: blank.number(), 1.0).answer == 7.0


def test_no_fault_of_a_student_is_raised(zygote):
    endless = "def f(x):\n    while True: pass"
    with Student(zygote, [endless], Limits(call_seconds=0.5)) as student:
        item = Item("ask", (1.0,))

        assert isinstance(put(item, "f", student).fault, TimedOut)
        assert isinstance(put(item, "absent", student).fault, NotDefined)
