"""The same answers by other routes, which share no line with the reference.

Fifty digits (mpmath), exact fractions, the complex step, automatic differentiation (HIPS autograd)
and central differences; the whole run has a file of its own. Where both routes are exact but for
rounding, the room between them is a bound on rounding; u = 2⁻⁵³. Central differences get the
graders' 1e-6: their own error is 3e-9, the least error of a wrong answer 1e-2.
"""

from fractions import Fraction

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import jacobian
from mpmath import MPContext

from reference.rnn_gradients import (
    chain_rule_product,
    immediate_gradient,
    product_norm_bound,
    step_jacobian,
    step_norm_bound,
)

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
SMALLEST = 5e-324
STEP, TINY = 1e-6, 1e-30  # of central differences; of the complex step, which cancels nothing
TANH_PRIME = 9 * U  # relative: 8 u for 1/cosh² and one product

fifty = MPContext()
fifty.dps = 50

seeds = pytest.mark.parametrize("seed", range(42))


def network(seed):
    """Random W_hh (d, d), zs (n, d), hs (n+1, d) with d in 1..6, n in 0..6: any zs can occur."""
    rng = np.random.default_rng(seed)
    d, n = 1 + seed % 6, seed % 7
    W_hh = rng.choice([0.5, 1.0, 3.0]) * rng.normal(size=(d, d)) / np.sqrt(d)
    zs = rng.choice([-1, 1], size=(n, d)) * np.exp(
        rng.uniform(np.log(0.05), np.log(3), size=(n, d))
    )
    return W_hh, zs, rng.uniform(-1, 1, size=(n + 1, d))


def spectral_norm(A):
    return max(fifty.svd_r(fifty.matrix(A.tolist()), compute_uv=False))


def sech_squared(z):
    return 1 / fifty.cosh(fifty.mpf(float(z))) ** 2


def error(got, exact):
    return abs(fifty.mpf(float(got)) - exact)


# Fifty digits, and exact fractions.


@pytest.mark.parametrize("z", [*np.geomspace(1e-9, 354, 60), 0.0, 1.0, 18.9, 19.1, 20.0, 300.0])
def test_tanh_prime_keeps_its_digits_far_into_the_tails(z):
    for sign in (1, -1):
        (slope,) = immediate_gradient([sign * z], [1.0], 0, 0)
        exact = sech_squared(z)

        assert error(slope, exact) <= 8 * U * exact


@pytest.mark.parametrize("z", [354.5, 360.0, 370.0, 372.5, 374.0, 400.0, 709.0, 711.0, 800.0])
def test_tanh_prime_fades_out_through_the_subnormal_numbers(z):
    (slope,) = immediate_gradient([z], [1.0], 0, 0)

    assert error(slope, sech_squared(z)) <= 2 * SMALLEST + 8 * U * sech_squared(z)


@seeds
def test_the_product_agrees_with_exact_fractions(seed):
    """Each product rounds by d u ‖A‖ ‖B‖ (at most √d times), carried on by the other factors."""
    W_hh, zs, _ = network(seed)
    factors = [step_jacobian(W_hh, z) for z in zs]
    d, n = len(W_hh), len(zs)
    exact = np.array([[Fraction(int(r == c)) for c in range(d)] for r in range(d)])
    for J in factors:
        exact = np.vectorize(Fraction, otypes=[object])(J) @ exact
    scale = sum(
        np.linalg.norm(chain_rule_product(factors[k + 1 :], d), 2)
        * np.linalg.norm(factors[k], 2)
        * np.linalg.norm(chain_rule_product(factors[:k], d), 2)
        for k in range(n)
    )

    difference = (chain_rule_product(factors, d) - exact).astype(float)

    assert np.abs(difference).max() <= d**1.5 * U * scale


@seeds
def test_the_bounds_agree_with_fifty_digits(seed):
    """A singular value is right to 10 d u, and so is each of the n factors."""
    W_hh, zs, _ = network(seed)
    rho, d = spectral_norm(W_hh), len(W_hh)
    slopes = [max(sech_squared(unit) for unit in z) for z in zs]
    room = 10 * d * U + TANH_PRIME

    for z, slope in zip(zs, slopes, strict=True):
        tight, loose = step_norm_bound(W_hh, z)
        assert error(tight, slope * rho) <= room * rho
        assert error(loose, rho) <= room * rho

    tight, loose = product_norm_bound(W_hh, zs)
    exact = fifty.fprod(slope * rho for slope in slopes)
    assert error(tight, exact) <= len(zs) * room * exact
    assert error(loose, rho ** len(zs)) <= len(zs) * room * rho ** len(zs)


# One step.


@seeds
def test_the_step_agrees_with_the_complex_step(seed):
    W_hh, zs, _ = network(seed)

    for z in zs:
        J = np.tanh(z[:, None] + 1j * TINY * W_hh).imag / TINY  # z does not move: no rounding
        assert np.abs(step_jacobian(W_hh, z) - J).max() <= 2 * TANH_PRIME * np.abs(W_hh).max()


@seeds
def test_the_step_agrees_with_automatic_differentiation(seed):
    W_hh, zs, hs = network(seed)

    for z, h_prev in zip(zs, hs[:-1], strict=True):
        J = jacobian(lambda h, z=z, h_prev=h_prev: anp.tanh(z + W_hh @ (h - h_prev)))(h_prev)
        room = (2 * TANH_PRIME + len(z) * U) * np.abs(W_hh).max()
        assert np.abs(step_jacobian(W_hh, z) - J).max() <= room


@seeds
def test_the_immediate_gradient_agrees_with_automatic_differentiation(seed):
    W_hh, zs, hs = network(seed)

    for z, h_prev in zip(zs, hs[:-1], strict=True):
        every = jacobian(lambda W, z=z, h=h_prev: anp.tanh(z + (W - W_hh) @ h))(W_hh)
        for i, j in np.ndindex(W_hh.shape):
            v = immediate_gradient(z, h_prev, i, j)
            assert np.abs(v - every[:, i, j]).max() <= 2 * TANH_PRIME * abs(h_prev[j])


@seeds
def test_the_immediate_gradient_agrees_with_central_differences(seed):
    W_hh, zs, hs = network(seed)

    for z, h_prev in zip(zs, hs[:-1], strict=True):
        for i, j in np.ndindex(W_hh.shape):
            nudge = np.zeros(W_hh.shape)
            nudge[i, j] = STEP
            slope = (np.tanh(z + nudge @ h_prev) - np.tanh(z - nudge @ h_prev)) / (2 * STEP)
            assert np.abs(immediate_gradient(z, h_prev, i, j) - slope).max() <= 1e-6
