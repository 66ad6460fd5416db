"""Items are put to a student all at once, and each fares as if it were the only one."""

import functools
import gc
import weakref

import numpy as np
import pytest

from graders.draws import Draws
from graders.errors import NotDefined, OutOfTime, Unreadable
from graders.grader import load, questions_of
from graders.marks import put, put_all
from graders.paper import Item, Paper
from graders.sandbox import wire
from graders.sandbox.functions import Call, Reply
from graders.sandbox.limits import Limits
from graders.sandbox.randomness import Seed
from graders.sandbox.student import Student
from tests.sandbox.puppet import Puppet

HW = "rnn_gradients"
MANNERS = ("ask", "ask_with_views", "leaves_alone", "answers", "repeats", "varies", "refuses")
HASTY = Limits(call_seconds=0.5)


class Listener:
    """Stands in for a student, and keeps what it is called with."""

    def __init__(self):
        self.heard = []

    def call(self, name, *args, views=False):
        self.heard.append(Call(args, views))
        return Reply(np.zeros(2), args)


@pytest.fixture
def student(zygote):
    """A function that makes a student of the source of `f`."""
    students = []

    def student(source, limits=HASTY):
        students.append(Student(zygote, ["import os, time\nimport numpy as np", source], limits))
        return students[-1]

    yield student
    for one in students:
        one.__exit__()


def asked(*values):
    """Items that want each value doubled."""
    return [Item("ask", (x,), demands=[[("equals", (2 * x, 1.0), {})]]) for x in values]


def faults(marks):
    return [mark.fault and str(mark.fault) for mark in marks]


@pytest.mark.parametrize("manner", MANNERS)
def test_an_item_knows_the_calls_that_it_takes(manner):
    listener = Listener()
    item = Item(manner, (1.0, Seed(7)), because="no" if manner == "refuses" else "")

    put(item, "f", listener)
    if manner in ("repeats", "varies"):
        assert [call.args[1].number for call in listener.heard] in ([7, 8, 7], [8, 7])

    assert item.calls == listener.heard


def test_together_or_one_by_one_the_marks_are_the_same(student):
    source = """
def f(x):
    if x == 2: raise ValueError('two')
    return 2 * x + (x == 3)
"""
    items = asked(1.0, 2.0, 3.0, 4.0)

    together = faults(put_all(items, "f", student(source)))

    assert together == [
        None,
        "raised ValueError at `if x == 2: raise ValueError('two')`: two",
        "the result is 7: off by 1 (allowed 1e-06)",
        None,
    ]
    assert together == faults(put(item, "f", student(source)) for item in items)


def test_no_call_sees_that_one_is_to_come_which_is_to_be_refused(student):
    spies = """
import sys
def f(x):
    frame = sys._getframe()
    while frame:
        for value in list(frame.f_locals.values()):
            if isinstance(value, list) and any(isinstance(one, np.ndarray) for one in value):
                if len(value) > 2: raise ValueError('an exam')
        frame = frame.f_back
    return 2 * x
"""
    refused = [Item("refuses", (x,), because="it is nan") for x in (np.nan, np.inf)]

    marks = put_all([*asked(1.0, 2.0), *refused], "f", student(spies))

    assert [mark.fault is None for mark in marks] == [True, True, False, False]


def test_a_result_that_the_next_call_writes_over_is_as_it_was_returned(student):
    source = "kept = np.zeros(())\ndef f(x):\n    kept[...] = 2 * x\n    return kept"

    assert faults(put_all(asked(1.0, 2.0, 3.0), "f", student(source))) == [None] * 3


@pytest.mark.parametrize(
    ("ends", "fault"),
    [
        ("time.sleep(9)", "did not finish within 0.5 s and was stopped"),
        ("os._exit(3)", "ended the Python process (exit status 3)"),
        ("return np.zeros((2000, 2000))", "got 32"),
    ],
)
def test_one_that_does_not_end_costs_the_others_nothing(student, ends, fault):
    marks = put_all(
        asked(1.0, 2.0, 3.0), "f", student(f"def f(x):\n    if x == 2: {ends}\n    return 2 * x")
    )

    first, second, third = faults(marks)

    assert (first, third) == (None, None)
    assert second.startswith(fault)


def test_calls_that_take_too_long_together_have_each_its_own_time(student):
    slow = student("def f(x):\n    time.sleep(0.2)\n    return 2 * x")

    assert faults(put_all(asked(1.0, 2.0, 3.0, 4.0), "f", slow)) == [None] * 4


@pytest.mark.parametrize(
    "said",
    [
        *(None, {"answers": []}, {"value": 1.0}, {"value": 1.0, "args": 1}),
        *({"given up": True}, {"given up": np.ones(3)}, {"given up": 1.0}),
    ],
)
def test_what_is_no_answer_ends_what_several_calls_have_brought(said):
    answer = wire.pack({"value": 2.0, "args": (1.0,)})
    with Puppet(answer + wire.pack(said)) as puppet, Student(puppet, []) as student:
        (reply,) = student.call_all("f", [Call((1.0,)), Call((2.0,))])

    assert reply.value == 2.0


def test_calls_that_are_slow_only_together_do_not_have_the_notebook_run_again(student):
    source = "born = time.time_ns()\ndef birth(): return born\n"
    slow = student(source + "def f(x):\n    time.sleep(0.2)\n    return 2 * x")
    first = slow.call("birth").value

    assert faults(put_all(asked(1.0, 2.0, 3.0, 4.0), "f", slow)) == [None] * 4
    assert slow.call("birth").value == first


def test_answers_to_one_request_have_together_the_room_of_one(student):
    large = student("def f(x): return np.zeros(500_000)", Limits(reply_mib=10))

    assert len(large.call_all("f", [Call((1.0,))] * 4)) == 2
    assert large.call("f", 1.0).value.shape == (500_000,)


def test_answers_that_share_a_room_have_together_that_of_one_message(student):
    large = student("def f(x): return np.zeros(500_000)", Limits(reply_mib=10))
    large.share_room()
    found = [large.call("f", 1.0), large.call("f", 1.0)]

    assert sum(reply.value.nbytes for reply in found) == 8_000_000
    with pytest.raises(Unreadable, match="are read"):
        large.call("f", 1.0)
    large.begin_question()
    assert large.call("f", 1.0).value.shape == (500_000,)


@pytest.mark.parametrize("answer", ["0", "[[0], [0, 0]]", "np.zeros(3)"])
@pytest.mark.parametrize("manner", ["ask", "repeats", "leaves_alone"])
def test_no_answer_is_kept_alive_by_its_fault(student, manner, answer):
    items = [Item(manner, item.args, demands=item.demands) for item in asked(1.0, 2.0, 3.0)]
    marks = put_all(items, "f", student(f"def f(x): return {answer} if x < 3 else g"))
    gc.collect()
    gc.disable()
    try:
        seen = [weakref.ref(mark.reply) for mark in marks if mark.reply]

        assert len(seen) == 2
        assert [one() for one in seen] == [None, None]
    finally:
        gc.enable()


def test_an_item_whose_calls_did_not_all_come_back_is_put_anew(student):
    source = """
def f(x, rng):
    global calls
    calls = globals().get("calls", 0) + 1
    if calls == 2: os._exit(3)
    return 2 * x
"""
    (mark,) = put_all([Item("repeats", (1.0, Seed(7)))], "f", student(source))

    assert str(mark.fault) == "ended the Python process (exit status 3)"


def test_no_call_is_kept_in_memory_for_the_next(student):
    source = """
kept = []
def f(x):
    import weakref
    alive = [one() for one in kept]
    kept.append(weakref.ref(x))
    return float(sum(one is not None for one in alive))
"""
    found = student(source).call_all("f", [Call((np.zeros(3),))] * 4)

    assert max(reply.value for reply in found) <= 1


def test_after_one_that_does_not_end_calls_are_made_one_by_one_until_the_next_question(student):
    careless = student("def f(x):\n    if x == 2: os._exit(3)\n    return 2 * x")
    list(put_all(asked(1.0, 2.0), "f", careless))

    assert careless.call_all("f", [Call((1.0,))]) == []
    careless.begin_question()
    assert [reply.value for reply in careless.call_all("f", [Call((1.0,))])] == [2.0]


def test_a_call_that_takes_all_the_memory_is_the_last_of_those_made_together(student):
    source = """
calls = 0
def f(x):
    global calls
    calls += 1
    if x == 2:
        raise MemoryError
    return 2 * x
def count(): return calls
"""
    greedy = student(source)

    assert len(greedy.call_all("f", [Call((x,)) for x in (1.0, 2.0, 3.0)])) == 2
    assert greedy.call("count").value == 2
    assert greedy.call_all("f", [Call((3.0,))]) == []
    greedy.begin_question()
    assert len(greedy.call_all("f", [Call((1.0,)), Call((2.0,))])) == 2
    assert greedy.call("count").value == 4
    assert faults(put_all(asked(1.0, 2.0, 3.0), "f", student(source))) == [
        None,
        "raised MemoryError at `raise MemoryError`",
        None,
    ]


def test_a_function_that_is_missing_is_missing_each_time(student):
    first, second = faults(put_all(asked(1.0, 2.0), "f", student("f = g")))

    assert first == second
    assert first.startswith("`f` is not defined: the cell that should define it has a NameError")


def test_nothing_is_asked_without_items_or_time(student):
    idle = student("def f(x): return x", Limits(question_seconds=0.0))

    assert student("def f(x): return x").call_all("f", []) == []
    assert faults(put_all(asked(1.0), "f", idle)) == [
        "was not called any more: this question has used up its time"
    ]


@pytest.mark.parametrize("question", questions_of(HW))
def test_the_calls_of_an_exam_are_made_in_the_order_of_its_items(question):
    papers = load(HW, question).papers(functools.partial(Draws, b"key", HW, question, "ada"))
    listener = Listener()

    items = [item for paper in papers.values() for item in paper]
    for item in items:
        put(item, question, listener)

    assert len(listener.heard) == sum(len(item.calls) for item in items)


# ---- the witness of a fault


def witness(item, student, parameters=("x",)):
    return put(item, "f", student).witness(parameters)


def test_the_witness_names_the_inputs_and_the_draw(student):
    paper = Paper("f", Draws(b"key", "a", "f", "ada"))
    for rnn in paper.rnns("gauss1", count=1):
        paper.ask(rnn.z).equals(rnn.z)

    found = witness(paper.items[0], student("def f(x): return x + 1"))

    assert found["inputs"].startswith("x = [")
    assert (found["family"], found["d"]) == ("gauss1", 2)
    assert found.keys() >= {"seed", "n", "got", "want"}


@pytest.mark.parametrize("fault", [NotDefined("`f` is not defined"), OutOfTime("was not called")])
def test_what_was_never_asked_has_no_witness(fault):
    class Absent:
        def call(self, *_, **__):
            raise fault

    assert witness(Item("ask", (1.0,)), Absent()) == {}


def test_the_witness_of_a_random_answer_shows_the_generator(student):
    item = Item("varies", (2, Seed(7)))

    found = witness(item, student("def f(d, rng): return np.eye(d)"))

    assert found["inputs"] == "x = 2\nnp.random.default_rng(7)"


def test_the_witness_shows_a_dict_array_by_array(student):
    P = {"W": np.eye(2), "b": np.zeros(1)}

    found = witness(
        Item("ask", (P,), demands=[[("equals", (2,), {})]]), student("def f(P): return 1")
    )

    assert found["inputs"] == "x = W: [[1. 0.]\n     [0. 1.]]\n    b: [0.]"
