"""The draws: genuine networks of the family that is asked for, the same ones every time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.draws import (
    FAMILIES,
    OF_PRODUCTS,
    SEPARATING,
    Draws,
    draw_rnn,
)
from graders.label_draws import LABEL_FAMILIES, draw_label
from reference import rnn_gradients as reference

seeds = st.integers(0, 2**32 - 1)


def draws(student="ada", key=b"key", criterion="values"):
    return Draws(key, "rnn_gradients", "step_jacobian", student, criterion)


@given(seeds, st.sampled_from(sorted(FAMILIES)), st.integers(1, 6), st.integers(1, 6))
@settings(deadline=None)
def test_every_draw_is_a_genuine_network(seed, family, d, n):
    rnn = draw_rnn(family, seed, d, n)
    xs = rnn.zs - rnn.hs[:-1] @ rnn.W_hh.T

    zs, hs = reference.rnn_forward(rnn.W_hh, np.eye(d), np.zeros(d), rnn.hs[0], xs)

    np.testing.assert_allclose(zs, rnn.zs, atol=1e-9)
    np.testing.assert_allclose(hs, rnn.hs, atol=1e-9)


@given(seeds)
@settings(deadline=None)
def test_derivatives_are_those_of_tanh_to_two_digits_and_none_is_zero(seed):
    rnn = draw_rnn("gauss1", seed, 4, 6)

    np.testing.assert_allclose(rnn.ds, 1 - np.tanh(rnn.zs) ** 2, rtol=0, atol=0.005 + 1e-12)
    assert np.array_equal(rnn.ds, np.round(rnn.ds, 2))
    assert rnn.ds.min() > 0
    assert rnn.ds.max() <= 1


@given(seeds, st.integers(2, 6))
@settings(deadline=None)
def test_units_i_and_j_differ(seed, d):
    rnn = draw_rnn("gauss1", seed, d, 2)

    assert rnn.i != rnn.j
    assert {rnn.i, rnn.j} <= set(range(d))


@given(seeds)
@settings(deadline=None)
def test_saturation_is_mixed(seed):
    zs = np.abs(draw_rnn("gauss1", seed, 6, 6).zs)

    assert ((zs >= 0.05) & (zs <= 3)).all()
    assert len(np.unique(zs)) == zs.size


@pytest.mark.parametrize(
    ("family", "property_of"),
    [
        ("orthogonal", lambda W: np.allclose(W.T @ W, np.eye(len(W)))),
        ("orth_mixed", lambda W: np.ptp(np.linalg.svd(W)[1]) < 1e-12),
        ("contractive", lambda W: 0.3 <= np.linalg.norm(W, 2) <= 0.95),
        ("nilpotent", lambda W: np.allclose(np.linalg.matrix_power(W, len(W)), 0, atol=1e-8)),
        ("rankdef", lambda W: np.linalg.matrix_rank(W) < len(W)),
        ("nonnormal", lambda W: not np.allclose(W.T @ W, W @ W.T)),
    ],
)
@pytest.mark.parametrize("seed", range(20))
def test_a_family_has_its_property(family, property_of, seed):
    assert property_of(draw_rnn(family, seed, 5, 2).W_hh)


@given(seeds, st.sampled_from(sorted(LABEL_FAMILIES)), st.integers(2, 8))
@settings(deadline=None)
def test_every_label_is_one_hot_and_its_probabilities_sum_to_one(seed, family, k):
    label = draw_label(family, seed, k)

    assert sorted(label.y) == [0.0] * (k - 1) + [1.0]
    assert abs(label.p.sum() - 1) < 1e-9
    assert label.y[0] == 0


def test_the_same_student_has_the_same_draws_again():
    once, again = ([r.seed for r in draws().rnns(*SEPARATING, count=9)] for _ in range(2))

    assert once == again


def test_students_keys_and_criteria_have_draws_of_their_own():
    kinds = [draws(), draws("ben"), draws(key=b"other"), draws(criterion="edges")]

    assert len({next(d.rnns("gauss1", count=1)).seed for d in kinds}) == 4


def test_no_two_draws_of_a_criterion_share_a_seed():
    some = draws()

    first = [rnn.seed for rnn in some.rnns(*SEPARATING, count=20)]
    second = [rnn.seed for rnn in some.rnns(*SEPARATING, count=20)]

    assert len({*first, *second}) == 40


def test_families_take_turns_and_sizes_grow():
    rnns = list(draws().rnns(*OF_PRODUCTS, count=30))

    assert [rnn.family for rnn in rnns[:10]] == list(OF_PRODUCTS)
    assert [rnn.d for rnn in rnns] == sorted(rnn.d for rnn in rnns)
    assert {rnn.d for rnn in rnns} == {rnn.n for rnn in rnns} == {2, 3, 4, 5, 6, 7, 8}


def test_the_number_of_steps_is_not_the_number_of_units():
    rnns = list(draws().rnns(*SEPARATING, count=24))

    assert sum(rnn.d != rnn.n for rnn in rnns) > 15


def test_a_draw_is_replayed_from_what_it_says_of_itself():
    rnn = next(draws().rnns("nonnormal", count=1, d=(4, 4), n=(3, 3)))
    about = rnn.describe()

    again = draw_rnn(about["family"], about["seed"], about["d"], about["n"])

    assert np.array_equal(rnn.W_hh, again.W_hh)
    assert np.array_equal(rnn.zs, again.zs)
