"""Every misconception is wrong somewhere, every variant right everywhere, and all stand alone."""

import copy
import inspect
import itertools
import re
from functools import cache, partial
from pathlib import Path

import numpy as np
import pytest

from graders import misconceptions, scales
from graders.diagnosis import same_value
from graders.misconceptions import IMPORTS, Misconception, Variant, registry, source
from reference import rnn_gradients as reference

pytestmark = pytest.mark.filterwarnings("ignore")  # wrong answers warn, and so do some right ones

RTOL = 1e-6
RECORDS = registry("rnn_gradients")
QUESTIONS = list(dict.fromkeys(record.question for record in RECORDS))


def each(kind, items=RECORDS):
    """The records of a kind, one test for each."""
    records = [item for item in items if isinstance(item, kind)]
    return pytest.mark.parametrize("record", records, ids=lambda r: f"{r.question}-{r.name}")


# ---- what a record is


@each(Misconception | Variant)
def test_the_source_runs_alone_and_defines_the_question_and_nothing_else(record):
    namespace = run(record)

    asked = inspect.signature(getattr(reference, record.question)).parameters
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
    folder = Path(misconceptions.__file__).parent / "rnn_gradients" / question
    topics = "".join(topic.read_text() for topic in sorted(folder.glob("*.py")))
    written = re.findall(r"^def (\w+)\(", topics, re.MULTILINE)

    assert [record.name for record in RECORDS if record.question == question] == written


def test_questions_come_in_alphabetical_order_and_exist_in_the_reference():
    assert sorted(QUESTIONS) == QUESTIONS
    assert all(hasattr(reference, question) for question in QUESTIONS)


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
    assert all(is_right(getattr(reference, question), *draw) for draw in draws_of(question))


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
            got = answer(*given)
            return agrees(got, want, scale) and all(map(unchanged, args, given))
    except Exception:  # whatever a student's code may raise
        return False


def agrees(got, want, scale):
    if isinstance(want, str):
        return isinstance(got, str) and got == want
    if isinstance(want, tuple):
        pair = isinstance(got, tuple | list | np.ndarray) and len(got) == len(want)
        return pair and all(map(agrees, got, want, scale))
    got, want = np.asarray(got), np.asarray(want)
    one_number = want.ndim == 0 and got.size == 1
    if got.dtype.kind not in "biuf" or not (one_number or got.shape == want.shape):
        return False
    return bool(np.all((got == want) | (np.abs(got - want) <= RTOL * scale)))


def alike(one, other):
    """Whether two answers cannot be told apart, whatever is asked."""
    scales = [1.0 if scale is None else np.max(scale) for *_, scale, _ in draws_of(one.question)]
    return all(map(is_same_outcome, outcomes(one), outcomes(other), scales))


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
    return np.array_equal(was, now)


def views(arg):
    """The argument as read-only arrays that are not contiguous."""
    if isinstance(arg, list):
        return [views(item) for item in arg]
    if not isinstance(arg, np.ndarray):
        return arg
    view = np.repeat(arg, 2, axis=-1)[..., ::2]
    view.flags.writeable = False
    return view


# ---- the draws


@cache
def draws_of(question):
    """What is asked: arguments, the right answer, its scale, and how the arguments are dressed."""
    ask = {"cross_entropy_loss": ask_labels, "gradient_regime": ask_regimes}.get(
        question, partial(ask_networks, question)
    )
    right = getattr(reference, question)
    draws = [(args, right(*copy.deepcopy(args)), scale) for args, scale in ask()]
    return [(*draw, dress) for draw in draws for dress in (copy.deepcopy, views)]


def ask_networks(question):
    beyond = [far_network()] if question == "product_norm_bound" else []
    for W_hh, zs, hs, i, j in [*networks(), *beyond]:
        norm = np.linalg.norm(W_hh, 2)
        jacobians = [reference.step_jacobian(W_hh, z) for z in zs]
        product = scales.of_product(jacobians)
        if question == "chain_rule_product":
            yield (jacobians, len(W_hh)), product
            yield (np.array(jacobians).reshape(-1, *W_hh.shape), len(W_hh)), product
        elif question == "product_norm_bound":
            tight, loose = reference.product_norm_bound(W_hh, zs)
            yield (W_hh, zs), (scales.of_product_bound(tight, zs), max(len(zs), 1) * loose)
        elif question == "weight_gradient":
            yield (W_hh, zs, hs, i, j), scales.of_weight_gradient(W_hh, zs, hs, i, j)
        for z, h_prev in zip(zs[-1:], hs[-2:-1], strict=True):
            if question == "step_jacobian":
                yield (W_hh, z), np.abs(W_hh).max()
            elif question == "step_norm_bound":
                yield (W_hh, z), (norm, norm)
            elif question == "immediate_gradient":
                yield (z, h_prev, i, j), abs(h_prev[j])


def networks():
    """Random networks of every family and size, then the edges."""
    rng = np.random.default_rng(2026)
    for family in FAMILIES.values():
        for d, n in [(2, 2), (3, 4), (5, 3), (4, 1), (3, 0), (1, 3)]:
            yield network(rng, family(rng, d), n)
    yield network(rng, orthogonal(rng, 4), 30)
    yield network(rng, np.zeros((2, 2)), 2)
    for z in ([0.0, 0.0, 0.0], [400.0, -1.0, 0.5], [-800.0, 800.0, 0.1]):
        W_hh, zs, hs, *_ = network(rng, gaussian(1.5, rng, 3), 2, z)
        yield W_hh, zs, hs, 0, 1


def far_network():
    """A network whose loose bound, 30 ** 30, is beyond the range of single precision."""
    rng = np.random.default_rng(30)
    return network(rng, 30 * orthogonal(rng, 3), 30)


def network(rng, W_hh, n, newest=None):
    """A network run for n steps: |z| log-uniform in [0.05, 3], saturation differs everywhere."""
    d = len(W_hh)
    zs = np.exp(rng.uniform(np.log(0.05), np.log(3.0), (n, d))) * rng.choice([-1.0, 1.0], (n, d))
    if newest is not None:
        zs[-1] = newest
    hs = np.concatenate([rng.uniform(-0.9, 0.9, (1, d)), np.tanh(zs)])
    i, j = rng.permutation(d)[:2] if d > 1 else (0, 0)
    return W_hh, zs, hs, i, int(j)


def gaussian(gain, rng, d):
    return gain * rng.standard_normal((d, d)) / np.sqrt(d)


def orthogonal(rng, d):
    return np.linalg.qr(rng.standard_normal((d, d)))[0]


def triangular(diagonal, rng, d):
    Q = orthogonal(rng, d)
    T = np.triu(2 * rng.standard_normal((d, d)), 1) + np.diag(rng.uniform(-diagonal, diagonal, d))
    return Q @ T @ Q.T


def contractive(rng, d):
    W = gaussian(1.0, rng, d)
    return rng.uniform(0.3, 0.95) * W / np.linalg.norm(W, 2)


def rank_deficient(rng, d):
    r = rng.integers(1, max(d, 2))
    return rng.standard_normal((d, r)) @ rng.standard_normal((r, d))


FAMILIES = {
    "gauss0.5": partial(gaussian, 0.5),
    "gauss1": partial(gaussian, 1.0),
    "gauss1.5": partial(gaussian, 1.5),
    "gauss3": partial(gaussian, 3.0),
    "nonnormal": partial(triangular, 0.8),
    "nilpotent": partial(triangular, 0.0),
    "orthogonal": orthogonal,
    "contractive": contractive,
    "rankdef": rank_deficient,
}


def ask_regimes():
    """Networks on both sides of norm 1, close to it, and with a tolerance of their own."""
    for W_hh, *_ in networks():
        if norm := np.linalg.norm(W_hh, 2):
            for goal in (0.7, 1.3, 0.96, 1.04, 1 - 3e-7, 1 + 3e-7, 1 + 8e-7, 1 - 5e-6):
                yield (W_hh * goal / norm,), None
            for goal in (0.9025, 1.05, 1.102, 1.108):
                yield (W_hh * goal / norm, 0.1), None
        yield (np.zeros_like(W_hh),), None


def ask_labels():
    """Probabilities of every kind: even, skewed, certain, impossible and nearly so."""
    rng = np.random.default_rng(2026)
    for k in (2, 3, 5, 8):
        rare = 10 ** -rng.uniform(14, 30)
        rest = rng.dirichlet(np.ones(k - 1))
        yield from (label(rng.integers(k), rng.dirichlet(np.full(k, a))) for a in (0.3, 1, 5))
        yield label(k - 1, np.append(rest * (1 - rare), rare))
        yield label(k - 1, np.append(rest, 0.0))
        yield label(k - 1, np.append(0.0, rest))
        yield label(k - 1, np.eye(k)[-1])
    yield label(0, np.array([1.0]))
    for tiny in (1e-12, 1e-15, 1e-300):
        yield label(1, np.array([1.0, tiny]))


def label(c, p):
    return (np.eye(len(p))[c], p), max(1.0, -np.log(p[c])) if p[c] else 1.0
