"""Identities that hold for every network: one step, one weight, the chain of steps.

None knows a right value beforehand. Rooms count roundings, u = 2⁻⁵³: tanh' is right to 8 u, a sum
of d products to d u of the sizes of its terms.
"""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import MPContext

from reference.rnn_gradients import (
    chain_rule_product,
    immediate_gradient,
    step_jacobian,
    weight_gradient,
)

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
TANH_PRIME = 9 * U  # relative: 8 u for tanh' and one product

fifty = MPContext()
fifty.dps = 50

norm = np.linalg.norm
seeds = st.integers(0, 2**32 - 1)
every = settings(derandomize=True, deadline=None, max_examples=100)


def gauss(rng, d):
    return rng.choice([0.5, 1.0, 1.5, 3.0]) * rng.normal(size=(d, d)) / np.sqrt(d)


def nilpotent(rng, d):
    Q = np.linalg.qr(rng.normal(size=(d, d)))[0]
    return Q @ np.triu(2 * rng.normal(size=(d, d)), 1) @ Q.T


def rank_one(rng, d):
    return np.outer(rng.normal(size=d), rng.normal(size=d))


@st.composite
def networks(draw):
    """W_hh (d, d), zs (n, d), hs (n+1, d), i, j: d in 1..6, n in 0..5, |z| in 0.05..3, some z 0."""
    rng = np.random.default_rng(draw(seeds))
    d, n = draw(st.integers(1, 6)), draw(st.integers(0, 5))
    W_hh = draw(st.sampled_from([gauss, gauss, nilpotent, rank_one]))(rng, d)
    sizes = np.exp(rng.uniform(np.log(0.05), np.log(3), size=(n, d)))
    zs = sizes * rng.choice([-1, 1, -1, 1, 0], size=(n, d))
    hs = rng.uniform(-1, 1, size=(n + 1, d))
    i, j = (int(index) for index in rng.integers(d, size=2))
    steps = list(zip(zs, hs[:-1], strict=True))
    return SimpleNamespace(d=d, n=n, W_hh=W_hh, zs=zs, hs=hs, i=i, j=j, steps=steps, rng=rng)


def jacobians(a):
    return [step_jacobian(a.W_hh, z) for z in a.zs]


def det(J):
    return fifty.det(fifty.matrix(J.tolist()))


def sizes_of(factors):
    """Π ‖J‖: the product of n factors is right to n d^1.5 u of it."""
    return float(np.prod([norm(J, 2) for J in factors]))


# The immediate gradient.


@given(networks())
@every
def test_the_immediate_gradient_moves_unit_i_only_and_by_at_most_h_prev_j(a):
    for z, h_prev in a.steps:
        v = immediate_gradient(z, h_prev, a.i, a.j)

        assert not np.delete(v, a.i).any()
        assert 0 < v[a.i] / h_prev[a.j] <= 1
        assert (abs(v[a.i]) == abs(h_prev[a.j])) == (z[a.i] == 0)


@given(networks())
@every
def test_the_immediate_gradient_is_linear_in_h_prev_and_even_in_z(a):
    for z, h_prev in a.steps:
        v = immediate_gradient(z, h_prev, a.i, a.j)
        other, w = a.hs[-1], immediate_gradient(z, a.hs[-1], a.i, a.j)
        room = 4 * U * (abs(2 * h_prev[a.j]) + abs(3 * other[a.j]))
        both = immediate_gradient(z, 2 * h_prev - 3 * other, a.i, a.j)

        assert np.abs(both - (2 * v - 3 * w)).max() <= room
        assert np.array_equal(immediate_gradient(-z, h_prev, a.i, a.j), v)


@given(networks())
@every
def test_at_rest_the_immediate_gradient_is_h_prev_j_itself(a):
    v = immediate_gradient(np.zeros(a.d), a.hs[0], a.i, a.j)

    assert np.array_equal(v, a.hs[0][a.j] * np.eye(a.d)[a.i])


@given(networks())
@every
def test_the_weights_times_their_gradients_are_the_jacobian_times_the_state(a):
    """Euler: Σ_ij W_ij ∂⁺h/∂W_ij = J h_prev."""
    for z, h_prev in a.steps:
        total = sum(
            a.W_hh[i, j] * immediate_gradient(z, h_prev, i, j) for i, j in np.ndindex(a.d, a.d)
        )
        room = 2 * (TANH_PRIME + a.d * U) * (np.abs(a.W_hh) @ np.abs(h_prev))

        assert (np.abs(total - step_jacobian(a.W_hh, z) @ h_prev) <= room).all()


# The Jacobian of a step.


@given(networks())
@every
def test_the_step_is_linear_in_the_weights_and_even_in_z(a):
    V = a.rng.normal(size=(a.d, a.d))
    for z in a.zs:
        J, K = step_jacobian(a.W_hh, z), step_jacobian(V, z)
        room = 4 * U * (np.abs(2 * a.W_hh) + np.abs(3 * V))

        assert (np.abs(step_jacobian(2 * a.W_hh - 3 * V, z) - (2 * J - 3 * K)) <= room).all()
        assert np.array_equal(step_jacobian(a.W_hh, -z), J)


@given(networks())
@every
def test_a_step_at_rest_is_the_weights_and_no_step_exceeds_them(a):
    assert np.array_equal(step_jacobian(a.W_hh, np.zeros(a.d)), a.W_hh)
    for J in jacobians(a):
        assert (np.abs(J) <= np.abs(a.W_hh)).all()


@given(networks())
@every
def test_renaming_the_units_renames_rows_and_columns(a):
    order = a.rng.permutation(a.d)
    for z, J in zip(a.zs, jacobians(a), strict=True):
        room = 2 * TANH_PRIME * np.abs(a.W_hh).max()
        renamed = step_jacobian(a.W_hh[np.ix_(order, order)], z[order])

        assert np.abs(renamed - J[np.ix_(order, order)]).max() <= room
        assert np.abs(step_jacobian(a.W_hh[:, order], z) - J[:, order]).max() <= room


# The chain of steps.


@given(networks(), st.integers(0, 5))
@every
def test_a_chain_is_its_newer_part_times_its_older_part(a, cut):
    factors = jacobians(a)
    older, newer = chain_rule_product(factors[:cut], a.d), chain_rule_product(factors[cut:], a.d)
    room = 2 * (a.n + 1) * a.d**1.5 * U * sizes_of(factors)

    assert np.abs(chain_rule_product(factors, a.d) - newer @ older).max() <= room


@given(networks())
@every
def test_no_factor_gives_the_identity_and_one_factor_itself(a):
    assert np.array_equal(chain_rule_product([], a.d), np.eye(a.d))
    for J in jacobians(a):
        assert np.array_equal(chain_rule_product([J], a.d), J)


@given(networks())
@every
def test_the_reversed_transposes_give_the_transpose(a):
    factors = jacobians(a)
    backwards = chain_rule_product([J.T for J in reversed(factors)], a.d)
    room = 2 * a.n * a.d**1.5 * U * sizes_of(factors)

    assert np.abs(backwards - chain_rule_product(factors, a.d).T).max() <= room


@given(networks())
@every
def test_the_determinant_of_a_chain_is_the_product_of_determinants(a):
    """A change of P by E changes det P by d ‖E‖ ‖P‖^(d-1) at most.

    Fifty digits, for np.linalg.det is the exponential of a sum of logarithms, whose roundings count
    the more the further it is from 1.
    """
    factors = jacobians(a)
    room = a.n * a.d**2.5 * U * sizes_of(factors) ** a.d
    wanted = fifty.fprod(det(J) for J in factors)

    assert abs(det(chain_rule_product(factors, a.d)) - wanted) <= room


# The whole run in one weight.


@given(networks())
@every
def test_the_weight_gradient_is_the_sum_of_the_chained_immediate_gradients(a):
    """A running bound: each step adds (10 + d) u √d of what it multiplies and adds."""
    factors = jacobians(a)
    total, room, size = np.zeros(a.d), 0.0, 0.0
    for s, (z, h_prev) in enumerate(a.steps):
        chain = chain_rule_product(factors[s + 1 :], a.d)
        total += chain @ immediate_gradient(z, h_prev, a.i, a.j)
        gain = norm(a.W_hh, 2)
        room = gain * room + (10 + a.d) * np.sqrt(a.d) * U * (gain * size + abs(h_prev[a.j]))
        size = gain * size + abs(h_prev[a.j])

    v = weight_gradient(a.W_hh, a.zs, a.hs, a.i, a.j)

    assert np.abs(v - total).max() <= 2 * room


@given(networks())
@every
def test_the_weight_gradient_of_one_step_is_the_immediate_gradient(a):
    for s, (z, h_prev) in enumerate(a.steps):
        v = weight_gradient(a.W_hh, a.zs[s : s + 1], a.hs[s : s + 2], a.i, a.j)

        assert np.array_equal(v, immediate_gradient(z, h_prev, a.i, a.j))
