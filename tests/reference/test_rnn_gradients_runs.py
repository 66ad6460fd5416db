"""The whole run by other routes, which share no line with the reference.

Automatic differentiation (HIPS autograd) and the complex step are exact but for rounding, which
`rounding` bounds; u = 2⁻⁵³. Central differences along random directions get the graders' 1e-6:
their own error is 3e-9, the least error of a wrong answer 1e-2.
"""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import jacobian

from reference.rnn_gradients import (
    chain_rule_product,
    rnn_forward,
    step_jacobian,
    weight_gradient,
)

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
STEP, TINY = 1e-6, 1e-30  # of central differences; of the complex step, which cancels nothing

seeds = pytest.mark.parametrize("seed", range(42))  # every pair of d in 1..6 and n in 0..6


def network(seed):
    """A random network, its run, and the generator: d in 1..6, n in 0..6."""
    rng = np.random.default_rng(seed)
    d, m, n = 1 + seed % 6, 1 + seed % 3, seed % 7
    W_hh = rng.choice([0.5, 1.0, 1.5]) * rng.normal(size=(d, d)) / np.sqrt(d)
    arguments = (
        W_hh,
        rng.normal(size=(d, m)),
        rng.normal(size=d),
        rng.uniform(-1, 1, size=d),
        rng.normal(size=(n, m)),
    )
    return arguments, *rnn_forward(*arguments), rng


def last_state(W_hh, W_ih, b_h, h, xs, tanh=np.tanh):
    for x in xs:
        h = tanh(W_hh @ h + W_ih @ x + b_h)
    return h


def product(W_hh, zs):
    return chain_rule_product([step_jacobian(W_hh, z) for z in zs], len(W_hh))


def rounding(W_hh, W_ih, b_h, xs, zs, hs, v, source):
    """First-order bound on the difference of two derivatives v of a run, both in float64.

    Each step rounds z by (d + m + 2) u of its terms, which |tanh''| < 1 hands on to the derivative;
    tanh' and the matrix product add (10 + d) u √d of their own.
    """
    d, m = W_ih.shape
    norm = np.linalg.norm
    rho = norm(W_hh, 2)
    e_h = e_v = 0.0
    for x, z, h in zip(xs, zs, hs[:-1], strict=True):
        terms = rho * norm(h) + norm(W_ih) * norm(x) + norm(b_h)
        e_z = rho * e_h + (d + m + 2) * U * terms
        gain = rho * (1 / np.cosh(z) ** 2).max()
        e_v = gain * e_v + ((10 + d) * np.sqrt(d) * U + e_z) * (rho * v + source) + source * e_h
        v = gain * v + source
        e_h = e_z + 2 * np.sqrt(d) * U
    return 2 * e_v


@seeds
def test_the_product_agrees_with_automatic_differentiation_of_the_run(seed):
    (W_hh, W_ih, b_h, h0, xs), zs, hs, _ = network(seed)
    room = rounding(W_hh, W_ih, b_h, xs, zs, hs, v=1.0, source=0.0)

    P = jacobian(lambda h: last_state(W_hh, W_ih, b_h, h, xs, anp.tanh))(h0)

    assert np.abs(product(W_hh, zs) - P).max() <= room


@seeds
def test_the_product_agrees_with_the_complex_step_of_the_run(seed):
    (W_hh, W_ih, b_h, h0, xs), zs, hs, _ = network(seed)
    d = len(h0)
    room = rounding(W_hh, W_ih, b_h, xs, zs, hs, v=1.0, source=0.0)

    for c in range(d):
        column = last_state(W_hh, W_ih, b_h, h0 + 1j * TINY * np.eye(d)[c], xs).imag / TINY
        P = product(W_hh, zs)
        assert np.abs(P[:, c] - column).max() <= room


@seeds
def test_the_product_agrees_with_central_differences_along_random_directions(seed):
    (W_hh, W_ih, b_h, h0, xs), zs, _, rng = network(seed)
    direction = rng.normal(size=len(h0))

    ahead = last_state(W_hh, W_ih, b_h, h0 + STEP * direction, xs)
    behind = last_state(W_hh, W_ih, b_h, h0 - STEP * direction, xs)
    slope = product(W_hh, zs) @ direction

    assert np.abs(slope - (ahead - behind) / (2 * STEP)).max() <= 1e-6 * max(1, np.abs(slope).max())


@seeds
def test_the_weight_gradient_agrees_with_automatic_differentiation_of_the_run(seed):
    (W_hh, W_ih, b_h, h0, xs), zs, hs, _ = network(seed)
    room = rounding(W_hh, W_ih, b_h, xs, zs, hs, v=0.0, source=1.0)

    def run(W):
        return last_state(W, W_ih, b_h, h0, xs, anp.tanh) + 0 * W[0]  # depends on W if n = 0, too

    every = jacobian(run)(W_hh)

    for i, j in np.ndindex(W_hh.shape):
        assert np.abs(weight_gradient(W_hh, zs, hs, i, j) - every[:, i, j]).max() <= room


@seeds
def test_the_weight_gradient_agrees_with_the_complex_step_of_the_run(seed):
    (W_hh, W_ih, b_h, h0, xs), zs, hs, _ = network(seed)
    room = rounding(W_hh, W_ih, b_h, xs, zs, hs, v=0.0, source=1.0)

    for i, j in np.ndindex(W_hh.shape):
        nudged = W_hh.astype(complex)
        nudged[i, j] += 1j * TINY
        v = last_state(nudged, W_ih, b_h, h0, xs).imag / TINY
        assert np.abs(weight_gradient(W_hh, zs, hs, i, j) - v).max() <= room


@seeds
def test_the_weight_gradient_agrees_with_central_differences_along_random_directions(seed):
    (W_hh, W_ih, b_h, h0, xs), zs, hs, rng = network(seed)
    V = rng.normal(size=W_hh.shape)

    ahead = last_state(W_hh + STEP * V, W_ih, b_h, h0, xs)
    behind = last_state(W_hh - STEP * V, W_ih, b_h, h0, xs)
    slope = sum(V[i, j] * weight_gradient(W_hh, zs, hs, i, j) for i, j in np.ndindex(V.shape))

    assert np.abs(slope - (ahead - behind) / (2 * STEP)).max() <= 1e-6 * max(1, np.abs(slope).max())


@seeds
def test_the_given_run_ends_where_the_network_does(seed):
    arguments, zs, hs, _ = network(seed)

    np.testing.assert_array_equal(hs[0], arguments[3])
    np.testing.assert_array_equal(hs[1:], np.tanh(zs))
    np.testing.assert_array_equal(hs[-1], last_state(*arguments))
