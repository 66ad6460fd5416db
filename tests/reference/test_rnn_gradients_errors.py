"""What is refused, and in which words: got, and wanted."""

import re

import numpy as np
import pytest

import reference.rnn_gradients as rg

pytestmark = pytest.mark.filterwarnings("error")

NAN, INF = np.nan, np.inf
I2, I3 = np.eye(2), np.eye(3)
Z, H = [0.5, -1.0], [0.3, -0.7]
ZS, HS = [Z, Z], [H, H, H]

REFUSED = [
    # the label and the probabilities
    (
        rg.cross_entropy_loss,
        ([0, 1], [0.2, 0.3, 0.5]),
        "p has shape (3,), but should have shape (2,)",
    ),
    (rg.cross_entropy_loss, (1, [0.5, 0.5]), "y has shape (), but should have shape (C,)"),
    (
        rg.cross_entropy_loss,
        ([[0, 1]], [[0.5, 0.5]]),
        "y has shape (1, 2), but should have shape (C,)",
    ),
    (rg.cross_entropy_loss, ([], []), "y is empty, but should have shape (C,)"),
    (rg.cross_entropy_loss, ([0, 0], [0.5, 0.5]), "y is [0. 0.], but should be one-hot"),
    (rg.cross_entropy_loss, ([1, 1], [0.5, 0.5]), "y is [1. 1.], but should be one-hot"),
    (rg.cross_entropy_loss, ([0.5, 0.5], [0.5, 0.5]), "y is [0.5 0.5], but should be one-hot"),
    (rg.cross_entropy_loss, ([2, -1], [0.5, 0.5]), "y is [ 2. -1.], but should be one-hot"),
    (rg.cross_entropy_loss, ([-1, 0], [0.5, 0.5]), "y is [-1.  0.], but should be one-hot"),
    (rg.cross_entropy_loss, ([2, 0], [0.5, 0.5]), "y is [2. 0.], but should be one-hot"),
    (rg.cross_entropy_loss, ([NAN, 1], [0.5, 0.5]), "y[0] is nan, but should be finite"),
    (
        rg.cross_entropy_loss,
        ([0, 1], [0.5, 0.6]),
        "p is [0.5 0.6], sum 1.1, but should lie in [0, 1]",
    ),
    (rg.cross_entropy_loss, ([0, 1], [0.5, 0.4]), "sum 0.9, but should lie in [0, 1] with sum 1"),
    (rg.cross_entropy_loss, ([0, 1], [0.5, 0.500002]), "but should lie in [0, 1] with sum 1"),
    (rg.cross_entropy_loss, ([0, 1], [0.5, 0.499998]), "but should lie in [0, 1] with sum 1"),
    (
        rg.cross_entropy_loss,
        ([0, 1], [1.5, -0.5]),
        "p is [ 1.5 -0.5], sum 1.0, but should lie in [0, 1]",
    ),
    (rg.cross_entropy_loss, ([0, 1], [1 + 1e-7, -1e-7]), "but should lie in [0, 1] with sum 1"),
    (rg.cross_entropy_loss, ([0, 1], [1 + 1e-7, 0]), "but should lie in [0, 1] with sum 1"),
    (rg.cross_entropy_loss, ([0, 1], [1.0, -1e-7]), "but should lie in [0, 1] with sum 1"),
    (rg.cross_entropy_loss, ([0, 1], [NAN, 0.5]), "p[0] is nan, but should be finite"),
    # an index
    (rg.immediate_gradient, (Z, H, 2, 0), "i is 2, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, -1, 0), "i is -1, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, 0.0, 0), "i is 0.0, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, True, 0), "i is True, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, np.True_, 0), "i is np.True_, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, None, 0), "i is None, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, "0", 0), "i is '0', but should be an integer in 0..1"),
    (
        rg.immediate_gradient,
        (Z, H, 0, np.int64(2)),
        "j is np.int64(2), but should be an integer in 0..1",
    ),
    (rg.immediate_gradient, (Z, H, 0, -1), "j is -1, but should be an integer in 0..1"),
    (rg.immediate_gradient, (Z, H, 0, NAN), "j is nan, but should be an integer in 0..1"),
    (rg.weight_gradient, (I2, ZS, HS, 2, 0), "i is 2, but should be an integer in 0..1"),
    (rg.weight_gradient, (I2, ZS, HS, 0, -1), "j is -1, but should be an integer in 0..1"),
    (rg.weight_gradient, (I2, np.zeros((0, 2)), [H], 0.0, 0), "i is 0.0, but should be an integer"),
    (
        rg.weight_gradient,
        (I2, np.zeros((0, 2)), [H], 2, 0),
        "i is 2, but should be an integer in 0..1",
    ),
    (
        rg.weight_gradient,
        (I2, np.zeros((0, 2)), [H], 0, 5),
        "j is 5, but should be an integer in 0..1",
    ),
    # one step
    (rg.immediate_gradient, (Z, [0.3], 0, 0), "h_prev has shape (1,), but should have shape (2,)"),
    (rg.immediate_gradient, ([Z], [H], 0, 1), "z has shape (1, 2), but should have shape (d,)"),
    (rg.immediate_gradient, ([], [], 0, 0), "z is empty, but should have shape (d,)"),
    (rg.immediate_gradient, (Z, [INF, 0.0], 0, 1), "h_prev[0] is inf, but should be finite"),
    (rg.step_jacobian, (I2, [0.0, 1.0, 2.0]), "z has shape (3,), but should have shape (2,)"),
    (
        rg.step_jacobian,
        ([[1, 2, 3], [3, 4, 5]], Z),
        "W_hh has shape (2, 3), but should have shape (d, d)",
    ),
    (
        rg.step_jacobian,
        ([[1, 2], [3, 4], [5, 6]], Z),
        "W_hh has shape (3, 2), but should have shape (d, d)",
    ),
    (rg.step_jacobian, (np.zeros((0, 0)), []), "W_hh is empty, but should have shape (d, d)"),
    (rg.step_jacobian, ([[1.0, NAN], [3.0, 4.0]], Z), "W_hh[0, 1] is nan, but should be finite"),
    (rg.step_jacobian, (I2, [0.0, -INF]), "z[1] is -inf, but should be finite"),
    (rg.step_jacobian, ([[1.0, 2.0], [3.0]], Z), "W_hh is ragged, but should be an array"),
    (rg.step_jacobian, (I2 * 1j, Z), "W_hh holds complex128, but should hold real numbers"),
    (rg.step_jacobian, (None, Z), "W_hh holds object, but should hold real numbers"),
    (rg.step_jacobian, (I2, ["0", "1"]), "z holds <U1, but should hold real numbers"),
    (rg.step_norm_bound, (I2, [1.0]), "z has shape (1,), but should have shape (2,)"),
    (
        rg.step_norm_bound,
        (np.ones((2, 3)), Z),
        "W_hh has shape (2, 3), but should have shape (d, d)",
    ),
    # many steps
    (
        rg.chain_rule_product,
        ([I2, I3], 2),
        "jacobians[1] has shape (3, 3), but should have shape (2, 2)",
    ),
    (rg.chain_rule_product, (I2, 2), "jacobians[0] has shape (2,), but should have shape (2, 2)"),
    (
        rg.chain_rule_product,
        ([I2, I2 / 0.0], 2) if False else ([I2, I2 * NAN], 2),
        "jacobians[1][0, 0] is nan",
    ),
    (rg.chain_rule_product, (2.0, 2), "jacobians is 2.0, but should be a list of matrices"),
    (rg.chain_rule_product, (None, 2), "jacobians is None, but should be a list of matrices"),
    (rg.chain_rule_product, ([], 0), "d is 0, but should be an integer in 1..inf"),
    (rg.chain_rule_product, ([I2], 2.5), "d is 2.5, but should be an integer in 1..inf"),
    (rg.chain_rule_product, ([I2], 2.0), "d is 2.0, but should be an integer in 1..inf"),
    (rg.chain_rule_product, ([], True), "d is True, but should be an integer in 1..inf"),
    (rg.product_norm_bound, (I2, [0.0, 9.0]), "zs has shape (2,), but should have shape (n, 2)"),
    (
        rg.product_norm_bound,
        (I2, np.zeros((3, 5))),
        "zs has shape (3, 5), but should have shape (n, 2)",
    ),
    (
        rg.product_norm_bound,
        (I2, np.zeros((0, 3))),
        "zs has shape (0, 3), but should have shape (n, 2)",
    ),
    (rg.product_norm_bound, (I2, []), "zs has shape (0,), but should have shape (n, 2)"),
    (
        rg.weight_gradient,
        (I2, ZS, HS[:2], 0, 0),
        "hs has shape (2, 2), but should have shape (3, 2)",
    ),
    (rg.weight_gradient, (I2, ZS[0], HS, 0, 0), "zs has shape (2,), but should have shape (n, 2)"),
    (
        rg.gradient_regime,
        (np.zeros((2, 3)),),
        "W_hh has shape (2, 3), but should have shape (d, d)",
    ),
    (rg.gradient_regime, (I2, -1e-6), "tol is -1e-06, but should be >= 0"),
    (rg.gradient_regime, (I2, NAN), "tol is nan, but should be finite"),
    (rg.gradient_regime, (I2, [1e-6]), "tol has shape (1,), but should have shape ()"),
    # the given network
    (rg.rnn_forward, (I2, I3, Z, H, ZS), "W_ih has shape (3, 3), but should have shape (2, m)"),
    (rg.rnn_forward, (I2, I2, [0.0], H, ZS), "b_h has shape (1,), but should have shape (2,)"),
    (rg.rnn_forward, (I2, I2, Z, [H], ZS), "h0 has shape (1, 2), but should have shape (2,)"),
    (rg.rnn_forward, (I2, I2, Z, H, Z), "xs has shape (2,), but should have shape (n, 2)"),
    (
        rg.rnn_forward,
        (I2, np.zeros((2, 0)), Z, H, ZS),
        "W_ih is empty, but should have shape (2, m)",
    ),
]


@pytest.mark.parametrize(("function", "arguments", "words"), REFUSED)
def test_a_refusal_says_what_it_got_and_what_it_wanted(function, arguments, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        function(*arguments)
