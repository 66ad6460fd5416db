"""Identities of radius, norm, powers, polar factors and products, on random matrices."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.rnn_gradients import chain_rule_product, product_norm_bound, step_jacobian
from reference.spectral_analysis import (
    commutation_gap,
    commuted_product,
    departure_from_normality,
    eigen_power,
    ordered_product,
    polar_decomposition,
    power_norms,
    product_norm_interval,
    spectral_norm,
    spectral_radius,
    transient_peak,
)

pytestmark = pytest.mark.filterwarnings("error")

every = settings(derandomize=True, deadline=None, max_examples=100)
SMALL = 1e-11


def orthogonal(rng, d):
    return np.linalg.qr(rng.normal(size=(d, d)))[0]


def gauss(rng, d):
    return rng.choice([0.5, 1.0, 3.0]) * rng.normal(size=(d, d)) / np.sqrt(d)


def nonnormal(rng, d):
    """Eigenvalues apart from each other, so that they are well conditioned."""
    Q = orthogonal(rng, d)
    return Q @ (np.diag(np.linspace(-0.9, 0.9, d)) + np.triu(rng.normal(size=(d, d)), 1)) @ Q.T


@st.composite
def networks(draw):
    """W_hh (d, d), ds (n, d) in 0.05..1, Q orthogonal, k and n small: d in 1..5, n in 0..5."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    d, n = draw(st.integers(1, 5)), draw(st.integers(0, 5))
    W_hh = draw(st.sampled_from([gauss, gauss, nonnormal, orthogonal]))(rng, d)
    return SimpleNamespace(
        d=d, n=n, k=int(rng.integers(5)), rng=rng, W_hh=W_hh, Q=orthogonal(rng, d),
        ds=rng.uniform(0.05, 1.0, size=(n, d)), size=max(np.linalg.norm(W_hh, 2), 1.0) ** 10,
    )  # fmt: skip


def close(one, other, room):
    return np.abs(np.subtract(one, other)).max() <= room


# ---- radius and norm


@given(networks())
@every
def test_the_radius_is_at_most_the_norm_and_equal_for_symmetric_and_orthogonal_matrices(a):
    symmetric = a.W_hh + a.W_hh.T

    assert spectral_radius(a.W_hh) <= spectral_norm(a.W_hh) * (1 + SMALL)
    assert spectral_radius(symmetric) == pytest.approx(spectral_norm(symmetric), rel=SMALL)
    assert spectral_radius(a.Q) == pytest.approx(1.0, rel=SMALL)
    assert spectral_norm(a.Q) == pytest.approx(1.0, rel=SMALL)


@given(networks())
@every
def test_a_change_of_axes_keeps_both_and_a_turn_keeps_the_norm(a):
    turned = a.Q @ a.W_hh @ a.Q.T

    assert spectral_norm(turned) == pytest.approx(spectral_norm(a.W_hh), rel=SMALL)
    assert spectral_norm(a.Q @ a.W_hh) == pytest.approx(spectral_norm(a.W_hh), rel=SMALL)
    assert close(spectral_radius(turned), spectral_radius(a.W_hh), 1e-6 * a.size)
    assert close(spectral_radius(a.W_hh.T), spectral_radius(a.W_hh), 1e-6 * a.size)


@given(networks(), st.floats(-5.0, 5.0))
@every
def test_radius_and_norm_scale_with_the_matrix_and_normality_with_its_square(a, c):
    for measure, degree in (
        (spectral_radius, 1),
        (spectral_norm, 1),
        (departure_from_normality, 2),
    ):
        assert close(
            measure(c * a.W_hh), abs(c) ** degree * measure(a.W_hh), 1e-6 * a.size * c**2 + SMALL
        )


@given(networks())
@every
def test_the_departure_is_zero_for_normal_matrices_and_not_for_a_shift(a):
    symmetric = a.W_hh + a.W_hh.T

    assert departure_from_normality(symmetric) <= SMALL * spectral_norm(symmetric) ** 2
    assert departure_from_normality(a.Q) <= SMALL
    assert departure_from_normality(np.eye(a.d + 1, k=1)) == pytest.approx(np.sqrt(2))


# ---- powers


@given(networks())
@every
def test_powers_multiply_and_are_those_of_repeated_multiplication(a):
    W_hh = a.W_hh
    power = np.linalg.matrix_power(W_hh, a.k)

    assert close(eigen_power(W_hh, a.k), power, 1e-7 * a.size)
    assert close(eigen_power(W_hh, a.k) @ eigen_power(W_hh, 2), W_hh @ power @ W_hh, 1e-7 * a.size)


@given(networks())
@every
def test_norms_of_powers_lie_between_powers_of_radius_and_norm(a):
    ks = np.arange(a.n + 1)
    norms = power_norms(a.W_hh, a.n)

    assert np.all(norms <= spectral_norm(a.W_hh) ** ks * (1 + SMALL))
    assert np.all(norms >= spectral_radius(a.W_hh) ** ks - 1e-6 * a.size)
    for one in ks:
        assert np.all(norms[one:] <= norms[one] * norms[: a.n + 1 - one] + SMALL * a.size)


@given(networks())
@every
def test_the_peak_is_the_largest_of_the_norms_and_the_first(a):
    norms = power_norms(a.W_hh, a.n)
    k, value = transient_peak(a.W_hh, a.n)

    assert value == norms[k] == norms.max()
    assert np.all(norms[:k] < value)


# ---- polar factors


@given(networks())
@every
def test_the_polar_factors_are_what_they_should_be(a):
    Q, R = polar_decomposition(a.W_hh)

    assert close(Q @ R, a.W_hh, SMALL * spectral_norm(a.W_hh))
    assert close(Q.T @ Q, np.eye(a.d), SMALL)
    assert np.array_equal(R, R.T)
    assert np.linalg.eigvalsh(R).min() >= -SMALL * spectral_norm(R)
    assert close(R @ R, a.W_hh.T @ a.W_hh, SMALL * spectral_norm(R) ** 2)
    assert spectral_norm(R) == pytest.approx(spectral_norm(a.W_hh), rel=SMALL)


@given(networks())
@every
def test_turning_the_result_leaves_the_stretch(a):
    R, turned = (polar_decomposition(W)[1] for W in (a.W_hh, a.Q @ a.W_hh))

    assert close(R, turned, 1e-6 * spectral_norm(R))


# ---- products


@given(networks(), st.integers(0, 5))
@every
def test_the_product_of_all_steps_is_that_of_the_newer_after_the_older(a, cut):
    newer, older = (ordered_product(a.W_hh, part) for part in (a.ds[cut:], a.ds[:cut]))

    assert close(ordered_product(a.W_hh, a.ds), newer @ older, SMALL * a.size)


@given(networks())
@every
def test_it_is_the_chain_of_the_jacobians_of_a_tanh_network(a):
    zs = np.arctanh(np.sqrt(1 - a.ds))
    chain = chain_rule_product([step_jacobian(a.W_hh, z) for z in zs], a.d)

    assert close(ordered_product(a.W_hh, a.ds), chain, SMALL * a.size)
    upper = product_norm_interval(a.W_hh, a.ds)[1]
    assert upper == pytest.approx(product_norm_bound(a.W_hh, zs)[0], rel=1e-10)


@given(networks())
@every
def test_there_is_no_gap_where_diagonals_do_commute(a):
    alike = np.repeat(a.ds[:, :1], a.d, axis=1)

    assert commutation_gap(a.W_hh, a.ds[:1]) <= SMALL * a.size
    assert commutation_gap(a.W_hh, alike) <= SMALL * a.size
    assert commutation_gap(np.diag(np.diag(a.W_hh)), a.ds) <= SMALL * a.size


@given(networks())
@every
def test_two_steps_have_the_gap_that_the_exact_condition_says(a):
    """D_2 (W D_1 − D_1 W) W, which is zero for no other reason."""
    for old, new in zip(a.ds[:1], a.ds[1:2], strict=False):
        D_1, D_2, W = np.diag(old), np.diag(new), a.W_hh
        wanted = spectral_norm(D_2 @ (W @ D_1 - D_1 @ W) @ W)

        assert commutation_gap(W, [old, new]) == pytest.approx(wanted, abs=SMALL * a.size)


@given(networks())
@every
def test_the_commuted_product_does_not_care_for_the_order_of_the_steps(a):
    mixed = a.rng.permutation(a.ds)

    assert close(commuted_product(a.W_hh, mixed), commuted_product(a.W_hh, a.ds), SMALL * a.size)


@given(networks())
@every
def test_the_interval_holds_every_singular_value_and_the_root_of_the_determinant(a):
    P = ordered_product(a.W_hh, a.ds)
    lower, upper = product_norm_interval(a.W_hh, a.ds)
    sigma = np.linalg.svd(P, compute_uv=False)

    assert lower <= sigma.min() + SMALL * a.size
    assert sigma.max() <= upper * (1 + SMALL)
    assert lower <= abs(np.linalg.det(P)) ** (1 / a.d) + 1e-6 * a.size


@given(networks())
@every
def test_the_interval_of_a_turn_is_that_of_the_derivatives(a):
    wanted = a.ds.min(axis=1).prod(), a.ds.max(axis=1).prod()

    assert product_norm_interval(a.Q, a.ds) == pytest.approx(wanted, rel=1e-10)


@given(networks(), st.integers(0, 5))
@every
def test_intervals_multiply(a, cut):
    parts = [product_norm_interval(a.W_hh, part) for part in (a.ds[:cut], a.ds[cut:])]

    assert product_norm_interval(a.W_hh, a.ds) == pytest.approx(np.prod(parts, axis=0), rel=SMALL)
