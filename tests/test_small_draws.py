"""Small draws: few round numbers, with the properties of the families that they stand for."""

import functools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.compare import RTOL
from graders.draws import FAMILIES
from graders.grader import load, questions_of
from graders.label_draws import LABEL_FAMILIES
from graders.marks import put
from graders.small_draws import MATRICES, SmallDraws, small_rnn
from graders.understudy import Understudy
from reference import rnn_gradients as reference

HW = "rnn_gradients"
QUESTIONS = questions_of(HW)
DRAWS = functools.partial(SmallDraws, b"", HW, "values", "")

families = st.sampled_from(sorted(MATRICES))
few = st.integers(1, 5)


def radius(W):
    return np.abs(np.linalg.eigvals(W)).max()


@pytest.mark.parametrize("d", range(1, 6))
@pytest.mark.parametrize(
    ("family", "property_of"),
    [
        ("orthogonal", lambda W: np.array_equal(W.T @ W, np.eye(len(W)))),
        ("orthogonal", lambda W: len(W) == 1 or not np.array_equal(W, W.T)),
        ("orth_mixed", lambda W: np.ptp(np.linalg.svd(W)[1]) == 0 < np.linalg.svd(W)[1][0] < 1),
        ("contractive", lambda W: 0.3 <= np.linalg.norm(W, 2) <= 0.95),
        ("nilpotent", lambda W: not np.linalg.matrix_power(W, len(W)).any()),
        ("nilpotent", lambda W: len(W) == 1 or np.linalg.norm(W, 2) > 1),
        ("rankdef", lambda W: np.linalg.matrix_rank(W) == 1),
        ("nonnormal", lambda W: len(W) == 1 or not np.array_equal(W.T @ W, W @ W.T)),
        ("nonnormal", lambda W: radius(W) < 1 and (len(W) == 1 or np.linalg.norm(W, 2) > 1)),
        ("gauss", lambda W: len(W) == 1 or not np.array_equal(W, W.T)),
        ("mixedsat", lambda W: len(W) == 1 or not np.array_equal(W, W.T)),
    ],
)
def test_a_family_has_its_property(family, property_of, d):
    assert property_of(MATRICES[family](d))


@given(families, few)
def test_a_matrix_has_round_numbers_and_no_zero_with_a_sign(family, d):
    W = MATRICES[family](d)

    assert W.shape == (d, d)
    assert np.array_equal(W * 4, np.round(W * 4))
    assert not np.signbit(W[W == 0]).any()


def test_no_two_families_share_a_matrix():
    texts = {str(MATRICES[family](3)) for family in MATRICES}

    assert len(texts) == len(MATRICES)


@given(families, st.integers(0, 4), few, st.integers(0, 6))
@settings(deadline=None)
def test_states_follow_the_steps(family, first, d, n):
    rnn = small_rnn(family, first, d, n)

    assert (rnn.zs.shape, rnn.hs.shape) == ((n, d), (n + 1, d))
    assert np.array_equal(rnn.hs[1:], np.tanh(rnn.zs))
    assert np.abs(rnn.hs).max() <= 1.0


@given(families, st.integers(0, 4), few, few)
@settings(deadline=None)
def test_units_i_and_j_differ_unless_there_is_one(family, first, d, n):
    rnn = small_rnn(family, first, d, n)

    assert {rnn.i, rnn.j} == ({0, 1} if d > 1 else {0})
    assert rnn.describe() == {"family": family, "seed": first, "d": d, "n": n}


sizes = st.tuples(few, st.integers(0, 3)).map(lambda pair: (pair[0], sum(pair)))


@given(sizes, sizes)
def test_there_are_as_few_units_and_steps_as_may_be_or_one_more(d, n):
    rnns = [*DRAWS().rnns("gauss1", "nilpotent", count=1, d=d, n=n)]

    assert {(rnn.n, rnn.d) for rnn in rnns} == {
        (n[0], d[0]),
        (min(n[0] + 1, n[1]), d[0]),
        (n[0], min(d[0] + 1, d[1])),
    }
    assert len({str(rnn.describe()) for rnn in rnns}) == len(rnns)


def test_every_family_of_networks_has_small_ones_too():
    for family in FAMILIES:
        (drawn,) = {rnn.family for rnn in DRAWS().rnns(family, count=1)}

        assert family.startswith(drawn)


def test_families_that_differ_in_a_number_are_one():
    names = [rnn.family for rnn in DRAWS().rnns("gauss0.5", "gauss3", count=9)]

    assert names == ["gauss"] * len(names)


@pytest.mark.parametrize("family", LABEL_FAMILIES)
def test_a_small_label_is_of_the_last_class_and_of_its_family(family):
    labels = [*DRAWS().labels(family, count=1)]

    assert labels
    for label in labels:
        assert list(label.y) == [0.0] * (len(label.p) - 1) + [1.0]
        assert label.p.min() >= 0.0
        assert abs(label.p.sum() - 1) < RTOL
        assert (label.p[0] == 0) == (family == "zero_wrong")
        assert (label.p[-1] == 0) == (family == "zero_true")
        assert (0 < label.p[-1] < 1e-14) == (family == "rare_true")
        assert label.describe() == {"family": label.family, "seed": label.seed, "C": len(label.p)}


def test_small_labels_have_no_more_classes_than_may_be():
    assert {len(label.p) for label in DRAWS().labels("dirichlet1", count=1)} == {2, 3}
    assert {len(label.p) for label in DRAWS().labels("dirichlet1", count=1, C=(3, 8))} == {3}


def test_the_draw_that_is_asked_about_is_known_until_there_is_none():
    draws = DRAWS()
    for rnn in draws.rnns("gauss1", count=1):
        assert draws.current is rnn
    assert draws.current is None
    for label in draws.labels("dirichlet1", count=1):
        assert draws.current is label
    assert draws.current is None


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_reference_gets_no_fault_for_small_draws(question):
    papers = load(HW, question).papers(lambda name: SmallDraws(b"", HW, question, "", name))
    answering = Understudy(getattr(reference, question))

    assert all(papers.values())
    faults = (put(item, question, answering).fault for paper in papers.values() for item in paper)
    assert [str(fault) for fault in faults if fault] == []
