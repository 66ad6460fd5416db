"""Identities of the norm bounds and of what they prove.

A singular value is right to 10 d u, tanh' to 8 u, a product of n factors to n u; u = 2⁻⁵³.
"""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.rnn_gradients import (
    chain_rule_product,
    gradient_regime,
    product_norm_bound,
    step_jacobian,
    step_norm_bound,
)

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53

every = settings(derandomize=True, deadline=None, max_examples=100)


def orthogonal(rng, d):
    return np.linalg.qr(rng.normal(size=(d, d)))[0]


def gauss(rng, d):
    return rng.choice([0.5, 1.0, 3.0]) * rng.normal(size=(d, d)) / np.sqrt(d)


def nilpotent(rng, d):
    Q = orthogonal(rng, d)
    return Q @ np.triu(2 * rng.normal(size=(d, d)), 1) @ Q.T


@st.composite
def networks(draw):
    """W_hh (d, d), zs (n, d), Q orthogonal (d, d), room: d in 1..6, n in 0..5, |z| in 0.05..3.

    The room is the relative error of one factor, got twice by different routes.
    """
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    d, n = draw(st.integers(1, 6)), draw(st.integers(0, 5))
    W_hh = draw(st.sampled_from([gauss, gauss, nilpotent, orthogonal]))(rng, d)
    sizes = np.exp(rng.uniform(np.log(0.05), np.log(3), size=(n, d)))
    zs = sizes * rng.choice([-1, 1], size=(n, d))
    room = 2 * (10 * d + 10) * U
    return SimpleNamespace(
        d=d, n=n, W_hh=W_hh, zs=zs, Q=orthogonal(rng, d), room=room, rho=norm(W_hh), rng=rng
    )


def norm(A):
    return np.linalg.norm(A, 2)


def agree(bounds, wanted, room):
    return all(abs(b - w) <= room * max(wanted) for b, w in zip(bounds, wanted, strict=True))


# One step.


@given(networks())
@every
def test_a_step_is_within_the_tight_bound_and_that_within_the_loose(a):
    for z in a.zs:
        tight, loose = step_norm_bound(a.W_hh, z)

        assert norm(step_jacobian(a.W_hh, z)) <= tight + a.room * loose
        assert tight <= loose
        assert (tight < loose) == (loose > 0)


@given(networks())
@every
def test_the_bounds_are_equal_if_some_unit_is_at_rest(a):
    for z in a.zs:
        z[a.rng.integers(a.d)] = 0.0
        tight, loose = step_norm_bound(a.W_hh, z)

        assert tight == loose


@given(networks(), st.sampled_from([-3.0, 0.0, 1e-9, 7.0]))
@every
def test_scaling_the_weights_scales_the_bounds(a, scale):
    for z in a.zs:
        tight, loose = step_norm_bound(a.W_hh, z)
        wanted = abs(scale) * tight, abs(scale) * loose

        assert agree(step_norm_bound(scale * a.W_hh, z), wanted, a.room)


@given(networks())
@every
def test_turning_mirroring_and_reordering_leave_the_bounds(a):
    """The entries of Q are right to some d u, which a room for twice the work covers."""
    for z in a.zs:
        bounds = step_norm_bound(a.W_hh, z)

        assert agree(step_norm_bound(a.Q @ a.W_hh, z), bounds, 2 * a.room)
        assert agree(step_norm_bound(a.W_hh @ a.Q, z), bounds, 2 * a.room)
        assert agree(step_norm_bound(a.W_hh.T, z), bounds, a.room)
        assert step_norm_bound(a.W_hh, -z) == bounds
        assert agree(step_norm_bound(a.W_hh, a.rng.permutation(z)), bounds, a.room)


@given(networks())
@every
def test_the_loose_bound_of_a_rotation_and_of_a_projector_is_one(a):
    unit = a.Q[0]

    assert step_norm_bound(a.Q, np.ones(a.d))[1] == pytest.approx(1, rel=2 * a.room)
    assert step_norm_bound(np.outer(unit, unit), np.ones(a.d))[1] == pytest.approx(
        1, rel=2 * a.room
    )


@given(networks(), st.floats(-3, 3), st.floats(0.1, 10))
@every
def test_the_tight_bound_is_attained_by_a_scaled_rotation_with_all_units_alike(a, z, scale):
    W_hh, z = scale * a.Q, np.full(a.d, z)
    tight, _ = step_norm_bound(W_hh, z)

    assert norm(step_jacobian(W_hh, z)) == pytest.approx(tight, rel=2 * a.room)


# Many steps.


@given(networks())
@every
def test_the_four_bounds_of_a_chain_are_nested(a):
    factors = [step_jacobian(a.W_hh, z) for z in a.zs]
    tight, loose = product_norm_bound(a.W_hh, a.zs)
    product = float(np.prod([norm(J) for J in factors]))
    rounding = (a.n + 1) * a.d**2 * U * product

    assert norm(chain_rule_product(factors, a.d)) <= product * (1 + a.room) + rounding
    assert product <= tight * (1 + a.n * a.room) + a.n * a.room * tight
    assert tight <= loose


@given(networks(), st.integers(0, 5))
@every
def test_the_bounds_of_a_chain_are_those_of_its_parts_multiplied(a, cut):
    older, newer = product_norm_bound(a.W_hh, a.zs[:cut]), product_norm_bound(a.W_hh, a.zs[cut:])
    tight, loose = product_norm_bound(a.W_hh, a.zs)

    assert tight == pytest.approx(older[0] * newer[0], rel=2 * (a.n + 1) * U)
    assert loose == pytest.approx(older[1] * newer[1], rel=2 * (a.n + 1) * U)


@given(networks())
@every
def test_one_step_has_the_bounds_of_a_step_and_no_step_the_bounds_one(a):
    assert product_norm_bound(a.W_hh, a.zs[:0]) == (1.0, 1.0)
    for z in a.zs:
        assert product_norm_bound(a.W_hh, [z]) == step_norm_bound(a.W_hh, z)


@given(networks())
@every
def test_the_order_of_the_steps_does_not_matter_to_the_bounds(a):
    bounds = product_norm_bound(a.W_hh, a.zs)

    assert product_norm_bound(a.W_hh, a.rng.permutation(a.zs)) == pytest.approx(
        bounds, rel=2 * a.n * U
    )


@given(networks())
@every
def test_twice_the_weights_are_two_to_the_n_times_the_bounds(a):
    tight, loose = product_norm_bound(a.W_hh, a.zs)
    wanted = 2**a.n * tight, 2**a.n * loose

    assert product_norm_bound(2 * a.W_hh, a.zs) == pytest.approx(wanted, rel=a.n * a.room)


@given(networks(), st.floats(-3, 3), st.floats(0.1, 10))
@every
def test_the_tight_bound_is_attained_by_scaled_rotations(a, z, scale):
    W_hh, zs = scale * a.Q, np.full((a.n, a.d), z)
    tight, _ = product_norm_bound(W_hh, zs)
    product = chain_rule_product([step_jacobian(W_hh, z) for z in zs], a.d)

    assert norm(product) == pytest.approx(tight, rel=2 * (a.n + 1) * a.room)


# The regime.


@given(networks(), st.floats(0.5, 0.97) | st.floats(1.03, 1.6))
@every
def test_turning_and_mirroring_the_weights_leave_the_regime(a, rho):
    W_hh = rho * a.Q @ np.diag(np.append(1.0, a.rng.uniform(0, 1, size=a.d - 1)))
    wanted = "vanishing" if rho < 1 else "may_explode"

    for twin in (W_hh, W_hh.T, a.Q @ W_hh, W_hh @ a.Q, -W_hh):
        assert gradient_regime(twin) == wanted


@given(networks(), st.sampled_from([1 - 5e-7, 1 - 1e-7, 1.0, 1 + 1e-7, 1 + 5e-7]))
@every
def test_a_rotation_is_borderline_up_to_half_a_millionth(a, rho):
    assert gradient_regime(rho * a.Q) == "borderline"


@given(networks(), st.floats(0.01, 0.97) | st.floats(1.03, 3))
@every
def test_a_wider_tol_makes_every_regime_borderline(a, rho):
    assert gradient_regime(rho * a.Q, 1.01 * abs(rho - 1)) == "borderline"
    assert gradient_regime(rho * a.Q, 0.99 * abs(rho - 1)) != "borderline"


@given(networks())
@every
def test_what_vanishes_is_within_the_power_of_the_norm(a):
    if gradient_regime(a.W_hh) == "vanishing":
        product = chain_rule_product([step_jacobian(a.W_hh, z) for z in a.zs], a.d)

        assert norm(product) <= a.rho**a.n * (1 + (a.n + 1) * a.room)


def test_a_norm_above_one_need_not_explode():
    """What document 003 gets wrong: ‖W_hh‖ = 10, and the gradient of two steps is 0."""
    W_hh, zs = [[0.0, 10.0], [0.0, 0.0]], np.zeros((2, 2))

    assert gradient_regime(W_hh) == "may_explode"
    assert product_norm_bound(W_hh, zs)[1] == pytest.approx(100)
    assert not chain_rule_product([step_jacobian(W_hh, z) for z in zs], 2).any()
