"""The smallest counterexample: really wrong, really smallest, and never longer than is read."""

import ast
from functools import partial

import pytest

from graders.counterexample import MAX_CHARACTERS, MAX_LINES, small_papers, smallest
from graders.errors import Raised, StudentFault
from graders.grader import load, questions_of
from graders.marks import answered, put, put_all
from graders.misconceptions import Misconception, registry, source
from graders.paper import Item
from graders.pasteable import code_of, size_of
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student
from graders.shown import show
from graders.small_draws import SmallDraws
from graders.understudy import Understudy
from reference import rnn_gradients as reference
from reference.source import in_one_piece

HW = "rnn_gradients"
QUESTIONS = questions_of(HW)
KNOWN = [record for record in registry(HW) if isinstance(record, Misconception)]
RIGHT = in_one_piece(HW)
HASTY = Limits(call_seconds=0.3, question_seconds=60.0)


@pytest.fixture
def notebook(zygote):
    """A function that runs cells as a notebook and gives the student."""
    students = []

    def notebook(*sources, limits=HASTY):
        students.append(Student(zygote, ["import numpy as np", *sources], limits))
        return students[-1]

    yield notebook
    for student in students:
        student.__exit__()


PASTED = """
import ast

def pasted(code):
    *before, last = ast.parse(code).body
    exec(compile(ast.Module(before, []), "a cell", "exec"), globals())
    return eval(compile(ast.Expression(last.value), "a cell", "eval"), globals())
"""
"""What a notebook does with a cell: it runs it, and shows the value of its last line."""


def seen(student, code):
    """What a student sees who pastes the code and runs it."""
    try:
        return show(student.call("pasted", code).value)
    except Raised as raised:
        return str(raised)


def sample(question, count=2):
    """Some misconceptions about a question, from all over its topics."""
    records = [record for record in KNOWN if record.question == question]
    return records[:: -(-len(records) // count)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_shown_is_really_wrong_in_a_notebook(notebook, question):
    grader, right = load(HW, question), notebook(RIGHT, PASTED)
    for record in sample(question):
        asked, pasting = notebook(source(record)), notebook(source(record), PASTED)
        found = [smallest(criterion, grader, asked) for criterion in grader.criteria]
        assert any(found), record.name
        for example in filter(None, found):
            wrong = seen(pasting, example.code)

            assert wrong == example.returned if example.returned else wrong in example.problem
            assert wrong != seen(right, example.code)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_right_answer_has_no_counterexample(question):
    answering = Understudy(getattr(reference, question))

    assert {smallest(c, load(HW, question), answering) for c in load(HW, question).criteria} == {
        None
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_is_the_least_to_read_of_all_that_fail(question):
    grader, (record,) = load(HW, question), sample(question, 1)
    answering = Understudy(record.answer)
    for criterion, codes in small_papers(grader).items():
        failing = [item for item, _ in codes if put(item, question, answering).fault]
        if example := smallest(criterion, grader, answering):
            least = code_of(min(failing, key=size_of), question, grader.parameters)

            assert example.code.startswith(least)
            assert len(least.splitlines()) <= MAX_LINES


def test_it_tells_what_is_wrong_as_a_criterion_does():
    example = smallest("values", load(HW, "step_jacobian"), Understudy(lambda W_hh, z: 2 * W_hh))

    assert example.code == (
        "my_W_hh = np.array([[1.0, 2.0], [3.0, 4.0]])\n"
        "my_z = np.array([0.0, 1.0])\n"
        "step_jacobian(my_W_hh, my_z)"
    )
    assert example.problem.startswith("entry [1, 1] is 8: off by 6.3 (allowed 4e-06); 4 of 4")
    assert example.returned == "[[2. 4.]\n [6. 8.]]"
    assert example.expected == "[[1.       2.      ]\n [1.259923 1.679897]]"


def test_of_a_pair_the_entry_in_question_is_expected():
    def doubled(W_hh, z):
        tight, loose = reference.step_norm_bound(W_hh, z)
        return tight, 2 * loose

    example = smallest("loose", load(HW, "step_norm_bound"), Understudy(doubled))

    assert ast.literal_eval(example.returned)[1] == 2 * float(example.expected)


def test_a_word_is_expected_as_it_is_written():
    example = smallest("values", load(HW, "gradient_regime"), Understudy(lambda W_hh: "exploding"))

    assert example.returned == "'exploding'"
    assert example.expected in ("'vanishing'", "'may_explode'")


def test_of_a_value_where_a_refusal_is_due_there_is_nothing_to_expect():
    forgiving = Understudy(lambda W_hh, z: W_hh)

    example = smallest("errors", load(HW, "step_jacobian"), forgiving)

    assert example.problem.startswith("returned a value, but should raise ValueError: ")
    assert example.returned
    assert example.expected == ""


def test_an_exception_is_all_that_there_is_to_show():
    example = smallest("shape", load(HW, "step_jacobian"), Understudy(lambda W_hh, z: {}["W"]))

    assert (example.problem, example.returned) == ("raised KeyError: 'W'", "")


def test_a_changed_argument_is_shown_as_it_is_after_the_call(notebook):
    changes = f"""
{RIGHT}
right = step_jacobian
def step_jacobian(W_hh, z):
    J = right(W_hh, z)
    if z.flags.writeable:
        z[...] = 7
    return J
"""
    example = smallest("unmodified", load(HW, "step_jacobian"), notebook(changes))

    assert example.problem == "changed its argument number 2: work on a copy instead"
    assert example.code.endswith("\nstep_jacobian(my_W_hh, my_z)\nmy_z")
    assert example.returned == "[7. 7.]"
    assert example.expected == ""
    assert seen(notebook(changes, PASTED), example.code) == example.returned


def test_an_argument_that_has_no_name_is_numbered(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "test_f.py").write_text(
        "def test_unmodified(exam):\n    exam.leaves_alone(1.0, [2.0]).equals(0.0)\n"
    )
    answering = Understudy(lambda x, y: y.clear())

    example = smallest("unmodified", load("a", "f", tmp_path), answering)

    assert example.code == "my_argument_1 = [2.0]\nf(1.0, my_argument_1)\nmy_argument_1"
    assert example.returned == "[]"


def test_what_is_too_long_to_be_read_is_not_shown():
    def only_wrong_for_many(jacobians, d):
        return reference.chain_rule_product(jacobians, d) + (len(jacobians) == 30)

    grader, answering = load(HW, "chain_rule_product"), Understudy(only_wrong_for_many)
    shown = [code for codes in small_papers(grader).values() for _, code in codes]
    papers = grader.papers(partial(SmallDraws, b"", *grader.name, ""))
    failing = [item for item in papers["edges"] if put(item, grader.question, answering).fault]

    assert failing
    assert max(map(len, shown)) <= MAX_CHARACTERS
    assert smallest("edges", grader, answering) is None


def test_what_only_fails_for_read_only_arrays_is_shown_with_them(notebook):
    scales_in_place = f"""
{RIGHT}
right = chain_rule_product
def chain_rule_product(jacobians, d):
    for J in jacobians:
        J *= 1
    return right(jacobians, d)
"""
    grader = load(HW, "chain_rule_product")
    example = smallest("unmodified", grader, notebook(scales_in_place))

    words = "raised ValueError at `J *= 1`: output array is read-only"
    assert (example.problem, example.returned) == (words, "")
    assert seen(notebook(scales_in_place, PASTED), example.code) == words


@pytest.mark.parametrize(
    "end", ["while True: pass", "os._exit(1)", "return np.zeros((2000, 2000))"]
)
def test_what_hangs_dies_or_floods_ends_the_search(notebook, end):
    source = f"""
import os
def step_jacobian(W_hh, z):
    if W_hh[0, 0] == 0: return W_hh * 3 if z.any() else np.diag(1 - np.tanh(z) ** 2) @ W_hh
    {end}
"""
    student = notebook(source)
    grader = load(HW, "step_jacobian")
    items = [item for item, _ in small_papers(grader)["values"]]
    first = next(k for k, item in enumerate(items) if item.args[0][0, 0])

    assert len([*answered(put_all(items, "step_jacobian", student))]) == first


def test_what_hangs_before_it_is_wrong_has_no_counterexample(notebook):
    endless = "def step_jacobian(W_hh, z):\n    while True: pass"

    assert smallest("values", load(HW, "step_jacobian"), notebook(endless)) is None


def test_every_mark_is_given_until_the_end_of_the_items():
    items = [Item("ask", (x,)) for x in (1.0, 0.0, 2.0)]

    faults = [mark.fault for mark in put_all(items, "f", Understudy(lambda x: 1 / x))]

    assert [isinstance(fault, StudentFault) for fault in faults] == [False, True, False]
