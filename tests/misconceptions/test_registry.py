"""Every misconception is wrong somewhere, every variant right everywhere, and all stand alone."""

import copy
import importlib
import inspect
import itertools
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from graders import misconceptions
from graders.diagnosis import same_value
from graders.grader import questions_of
from graders.misconceptions import IMPORTS, Misconception, Variant, registry, source
from tests.conftest import ASSIGNMENTS

pytestmark = pytest.mark.filterwarnings("ignore")  # wrong answers warn, and so do some right ones

RTOL = 1e-6
RECORDS = [record for assignment in ASSIGNMENTS for record in registry(assignment)]
QUESTIONS = {question: a for a in ASSIGNMENTS for question in questions_of(a)}
"""Every question, and the assignment that it belongs to."""


def each(kind, items=RECORDS):
    """The records of a kind, one test for each."""
    records = [item for item in items if isinstance(item, kind)]
    return pytest.mark.parametrize("record", records, ids=lambda r: f"{r.question}-{r.name}")


# ---- what a record is


@each(Misconception | Variant)
def test_the_source_runs_alone_and_defines_the_question_and_nothing_else(record):
    namespace = run(record)

    asked = inspect.signature(right_answer(record.question)).parameters
    given = inspect.signature(namespace[record.question]).parameters
    assert [str(parameter) for parameter in given.values()] == [*map(str, asked.values())]
    assert set(namespace) - {"__builtins__", *IMPORTS} == {record.question}


@each(Misconception | Variant)
def test_the_source_imports_what_it_uses_and_carries_no_mark_of_ours(record):
    text = source(record)

    assert [name in text.splitlines() for name in IMPORTS.values()] == [
        re.search(rf"\b{name}\b[.(]", text) is not None for name in IMPORTS
    ]
    assert not re.search(r"misconception|variant|noqa|reference|graders", text)


@each(Misconception)
def test_a_student_is_told_a_sentence_without_a_character_of_code(record):
    assert re.fullmatch(r"[A-Z][^@*`=()\[\]]+\.", record.student)
    assert not re.search(r"np\.|tanh'| - |\d\.\d", record.student)


@each(Misconception)
def test_a_teaching_assistant_is_told_a_sentence(record):
    assert re.fullmatch(r"\S.+\.", record.staff)


@each(Variant)
def test_a_variant_says_why_it_is_right(record):
    assert re.fullmatch(r"\S.+\.", record.why)


def test_no_two_answers_to_a_question_share_a_name():
    names = [(record.question, record.name) for record in RECORDS]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_registry_finds_every_answer_in_the_order_of_its_file(question):
    folder = Path(misconceptions.__file__).parent / QUESTIONS[question] / question
    files = sorted(folder.glob("*.py")) or [folder.with_suffix(".py")]
    topics = "".join(file.read_text() for file in files)
    written = re.findall(r"^def (\w+)\(", topics, re.MULTILINE)

    assert [record.name for record in RECORDS if record.question == question] == written


def test_every_question_has_known_answers_and_belongs_to_one_assignment_only():
    asked = [question for assignment in ASSIGNMENTS for question in questions_of(assignment)]

    assert list(dict.fromkeys(record.question for record in RECORDS)) == asked
    assert len(set(asked)) == len(asked)


# ---- what a record does


@each(Misconception)
def test_a_misconception_is_wrong_on_some_draw(record):
    answer = run(record)[record.question]

    assert not all(is_right(answer, *draw) for draw in draws_of(record.question))


@each(Variant)
def test_a_variant_is_right_on_every_draw(record):
    answer = run(record)[record.question]

    assert all(is_right(answer, *draw) for draw in draws_of(record.question))


@each(Misconception, [r for r in RECORDS if isinstance(r, Misconception) and r.same_as])
def test_another_way_to_a_misconception_gives_its_very_answers(record):
    (first,) = (r for r in of(record.question) if r.name == record.same_as)

    assert first.known_as == first.name
    assert alike(record, first)


@pytest.mark.parametrize("question", QUESTIONS)
def test_two_misconceptions_differ_on_some_draw(question):
    firsts = [record for record in of(question) if record.known_as == record.name]

    assert [(a.name, b.name) for a, b in itertools.combinations(firsts, 2) if alike(a, b)] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_two_misconceptions_are_told_apart_in_words_too(question):
    told = {(record.known_as, record.student) for record in of(question)}

    assert len(told) == len(dict(told)) == len({student for _, student in told})


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_reference_is_right_on_every_draw(question):
    assert all(is_right(right_answer(question), *draw) for draw in draws_of(question))


def right_answer(question):
    """The reference's function."""
    return getattr(importlib.import_module(f"reference.{QUESTIONS[question]}"), question)


@cache
def draws_of(question):
    """What is asked: arguments, the right answer, its scale, and how the arguments are dressed.

    Where many answers are right, a function that judges takes the place of the scale.
    `asked/<assignment>.py` asks: it draws in another way than the graders do.
    """
    asked = importlib.import_module(f"tests.misconceptions.asked.{QUESTIONS[question]}")
    right = right_answer(question)
    draws = [(args, right(*copy.deepcopy(args)), scale) for args, scale in asked.ask(question)]
    return [(*draw, dress) for draw in draws for dress in (copy.deepcopy, views)]


def of(question):
    """The misconceptions of a question."""
    return [r for r in RECORDS if isinstance(r, Misconception) and r.question == question]


def run(record):
    """The namespace of a notebook that holds the record's source and nothing else."""
    namespace = {}
    exec(source(record), namespace)
    return namespace


# ---- the judge


def is_right(answer, args, want, scale, dress):
    """Whether an answer returns what is wanted, within rounding, and leaves its arguments alone."""
    given = [dress(arg) for arg in args]
    try:
        with np.errstate(all="ignore"):
            if callable(scale):
                return scale(answer, *given) and all(map(unchanged, args, given))
            got = answer(*given)
            return agrees(got, want, scale) and all(map(unchanged, args, given))
    except Exception:  # whatever a student's code may raise
        return False


def agrees(got, want, scale):
    if want is None:
        return got is None
    if isinstance(want, str):
        return isinstance(got, str) and got == want
    if isinstance(want, tuple | list):
        several = isinstance(got, tuple | list | np.ndarray) and len(got) == len(want)
        return several and all(map(agrees, got, want, scale))
    got, want = np.asarray(got), np.asarray(want)
    one_number = want.ndim == 0 and got.size == 1
    if got.dtype.kind not in "biuf" or not (one_number or got.shape == want.shape):
        return False
    return bool(np.all((got == want) | (np.abs(got - want) <= RTOL * scale)))


def alike(one, other):
    """Whether two answers cannot be told apart, whatever is asked."""
    scales = [largest(scale) for *_, scale, _ in draws_of(one.question)]
    return all(map(is_same_outcome, outcomes(one), outcomes(other), scales))


def largest(scale):
    if isinstance(scale, tuple | list):
        return max(map(largest, scale), default=1.0)
    return 1.0 if scale is None or callable(scale) else float(np.max(scale))


@cache
def outcomes(record):
    """What an answer comes to on each draw: a value and whether arguments changed, or an error."""
    return [outcome(record.answer, args, dress) for args, _, _, dress in draws_of(record.question)]


def outcome(answer, args, dress):
    given = [dress(arg) for arg in args]
    try:
        with np.errstate(all="ignore"):
            return answer(*given), all(map(unchanged, args, given))
    except Exception as error:  # whatever a student's code may raise
        return type(error)


def is_same_outcome(one, other, scale):
    if isinstance(one, type) or isinstance(other, type):
        return one is other
    return one[1] == other[1] and same_value(one[0], other[0], scale)


def unchanged(was, now):
    if isinstance(was, list):
        return len(was) == len(now) and all(map(unchanged, was, now))
    if isinstance(was, dict):
        return was.keys() == now.keys() and all(unchanged(was[key], now[key]) for key in was)
    return isinstance(was, np.random.Generator) or np.array_equal(was, now)


def views(arg):
    """The argument as read-only arrays that are not contiguous."""
    if isinstance(arg, list):
        return [views(item) for item in arg]
    if isinstance(arg, dict):
        return {key: views(item) for key, item in arg.items()}
    if not isinstance(arg, np.ndarray):
        return copy.deepcopy(arg)
    view = np.repeat(arg, 2, axis=-1)[..., ::2] if arg.ndim else arg.copy()
    view.flags.writeable = False
    return view
