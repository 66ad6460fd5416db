"""A hidden grader as a thing: its criteria, its questions, and what is said if there is none."""

import functools
import inspect
import re

import pytest

from graders.draws import Draws
from graders.errors import AuthorFault
from graders.examination import examine
from graders.grader import load, parameters_of, questions_of
from graders.plugin import set_papers
from graders.sandbox.student import Student
from reference import rnn_gradients as reference

HW = "rnn_gradients"
QUESTIONS = questions_of(HW)


@pytest.fixture
def home(tmp_path):
    """A folder of graders, with an assignment `practice` that has none yet."""
    (tmp_path / "practice").mkdir()
    return tmp_path


def test_a_question_without_a_grader_is_named_with_the_file_that_is_missing(home):
    missing = home / "practice" / "test_absent.py"

    with pytest.raises(AuthorFault) as caught:
        load("practice", "absent", home)

    assert str(caught.value) == (
        f"there is no question `absent` in `practice`: {missing} is missing"
    )


def test_a_misspelt_question_is_answered_with_those_that_there_are():
    with pytest.raises(AuthorFault) as caught:
        load(HW, "step_jacobean")

    words = "there is no question `step_jacobean` in `rnn_gradients`: "
    assert str(caught.value).startswith(words)
    assert str(caught.value).endswith(f"is missing; its questions are {', '.join(QUESTIONS)}")


@pytest.mark.parametrize("assignment", ["practice", "absent"])
def test_an_assignment_without_graders_is_named(home, assignment):
    with pytest.raises(AuthorFault) as caught:
        questions_of(assignment, home)

    assert str(caught.value) == f"there are no graders graders/{assignment}/test_*.py"


def test_an_assignment_has_the_questions_that_its_folder_has_graders_of(home):
    for name in ("test_b.py", "test_a.py", "helper.py", "tests.txt"):
        (home / "practice" / name).write_text("")

    assert questions_of("practice", home) == ["a", "b"]


def test_a_grader_has_the_criteria_that_pytest_finds_in_it(zygote):
    with Student(zygote, [""]) as student:
        found = examine(set_papers(QUESTIONS, HW, b"key", "ada"), student)

    for question in QUESTIONS:
        grader = load(HW, question)
        assert grader.name == (HW, question)
        assert [(c.name, c.sentence) for c in found[question]] == [
            (name, grader.sentence(name)) for name in grader.criteria
        ]


def test_a_criterion_that_says_nothing_is_called_by_its_name(home):
    (home / "practice" / "test_q.py").write_text("def test_values(exam): pass\n")

    assert load("practice", "q", home).sentence("values") == "values"


def test_a_grader_knows_the_parameters_of_its_question():
    for question in QUESTIONS:
        known = inspect.signature(getattr(reference, question)).parameters

        assert load(HW, question).parameters == (*known,)


def test_a_grader_without_a_reference_knows_no_parameters(home):
    (home / "practice" / "test_q.py").write_text("import math as reference\n")

    assert load("practice", "q", home).parameters == ()
    assert parameters_of(re, "match") == ()


def test_a_grader_is_read_once():
    assert load(HW, "step_jacobian") is load(HW, "step_jacobian")


def test_every_criterion_has_the_draws_that_are_made_for_it():
    def draws(criterion):
        return Draws(b"key", HW, "step_jacobian", "ada", criterion)

    papers = load(HW, "step_jacobian").papers(draws)

    for criterion in ("shape", "values", "unmodified"):
        first = next(draws(criterion).rnns("gauss0.5", count=1))
        assert papers[criterion][0].draw.seed == first.seed


def test_the_same_draws_make_the_same_papers():
    draws = functools.partial(Draws, b"key", HW, "weight_gradient", "ada")

    once, again = (load(HW, "weight_gradient").papers(draws) for _ in range(2))

    assert once.keys() == again.keys()
    for name, items in once.items():
        assert [str(item) for item in items] == [str(item) for item in again[name]]
