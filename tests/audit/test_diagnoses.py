"""A diagnosis can be trusted: it names what is known, and nothing that only looks like it."""

import functools
import itertools

import numpy as np
import pytest

from graders.audit import tables
from graders.audit.diagnoses import Naming, name_all, who_is
from graders.audit.strangers import KINDS, Stranger, strangers
from graders.diagnosis import diagnose, further_exams
from graders.draws import Draws
from graders.grader import load, questions_of
from graders.marks import put
from graders.misconceptions import Misconception, registry
from graders.understudy import Understudy
from reference import rnn_gradients as reference

ASSIGNMENT = "rnn_gradients"
QUESTION = "step_jacobian"
DRAWS = functools.partial(Draws, b"key", ASSIGNMENT, QUESTION, "ada")
KNOWN = [r for r in registry(ASSIGNMENT) if r.question == QUESTION and isinstance(r, Misconception)]


@pytest.fixture(scope="module")
def found():
    """What became of a few strangers of each kind to each question."""
    heard = []
    found = name_all(ASSIGNMENT, count=4, jobs=2, exams=3, listen=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    return found


@pytest.fixture(scope="module")
def items():
    """What one student is asked about a step's Jacobian, and what more for a diagnosis."""
    grader = load(ASSIGNMENT, QUESTION)
    graded = [item for paper in grader.papers(DRAWS).values() for item in paper]
    return graded, [*itertools.chain(*further_exams(grader, b"key"))]


def W_diag(W_hh, z):  # noqa: N802
    """A frequent misconception, written by somebody else."""
    return W_hh * (1 - np.tanh(z) ** 2)


# ---- strangers are named


def test_no_stranger_is_given_the_name_of_a_misconception_that_it_is_not(found):
    assert tables.misnamed(found) == []


def test_most_strangers_that_are_a_known_misconception_are_named(found):
    known = sum(one.known for one in found)

    assert known > 25
    assert sum(one.rightly for one in found) > 0.9 * known


def test_most_strangers_are_strange(found):
    assert [one.question for one in found] == questions_of(ASSIGNMENT)
    assert all(one.wrong > one.known for one in found)
    assert sum(one.wrong for one in found) > 1.5 * sum(one.known for one in found)


def test_what_agrees_in_the_exam_and_not_on_further_draws_has_no_name(items):
    graded, further = items

    def seldom_different(W_hh, z):
        return W_diag(W_hh, z) + (abs(W_hh).sum() < few)

    few = min(abs(item.args[0]).sum() for item in further) + 1e-9
    graded = [item for item in graded if abs(np.asarray(item.args[0])).sum() >= few]
    marks = [put(item, QUESTION, Understudy(seldom_different)) for item in graded]
    more = (put(item, QUESTION, Understudy(seldom_different)) for item in further)

    assert diagnose(marks, KNOWN).name == "W_diag"
    assert diagnose(marks, KNOWN, more) is None


def test_further_draws_are_random_and_no_student_is_graded_by_them(items):
    graded, further = items
    seeds = {item.draw.seed for item in graded if item.draw}

    assert all(item.draw and item.is_about_values for item in further)
    assert not seeds & {item.draw.seed for item in further}
    assert len({item.draw.seed for item in further}) > 2 * len(seeds)


# ---- who a stranger is


def test_a_stranger_is_the_misconception_that_no_draw_tells_from_it(items):
    assert who_is(Understudy(W_diag), KNOWN, items[1]) == {"W_diag"}


def test_a_right_answer_is_no_misconception(items):
    edges = [item for item in items[0] if item.is_about_values and not item.draw]

    assert who_is(Understudy(reference.step_jacobian), KNOWN, edges + items[1]) == set()


def test_what_raises_an_exception_is_who_raises_the_same(items):
    def broken(W_hh, z):
        raise KeyError("z")

    raises = Misconception(QUESTION, "raises", broken, "It raises.", "It raises.")

    assert who_is(Understudy(lambda W_hh, z: {}["z"]), [raises, *KNOWN], items[1]) == {"raises"}


# ---- how strangers are made


@pytest.mark.parametrize("kind", KINDS)
def test_strangers_are_the_same_whenever_they_are_made_and_no_two_are_alike(kind):
    made = strangers(ASSIGNMENT, QUESTION, kind, 8)

    assert made == strangers(ASSIGNMENT, QUESTION, kind, 8)
    assert made[:3] == strangers(ASSIGNMENT, QUESTION, kind, 3)
    assert len({one.text for one in made}) == 8


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_is_the_function_that_its_text_defines(kind):
    for one in strangers(ASSIGNMENT, QUESTION, kind, 8):
        assert isinstance(one, Stranger)
        assert callable(one.answer())


# ---- what is told of them


def test_the_table_tells_precision_and_recall_of_each_question():
    one = Naming("step_jacobian", wrong=9, known=4, rightly=3, wrongly=["this was called that"])
    table = tables.of_namings([one])

    assert [[*column.cells] for column in table.columns] == [
        *(["step_jacobian"], ["9"], ["4"], ["4"], ["3"], ["0.750"], ["0.750"]),
    ]
    assert table.rows[0].style == "red"
    assert tables.misnamed([one]) == ["step_jacobian: this was called that"]


def test_where_nothing_is_named_no_name_is_wrong():
    assert (Naming("step_jacobian").precision, Naming("step_jacobian").recall) == (1.0, 1.0)
