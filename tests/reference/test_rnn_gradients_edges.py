"""The values at the edges: no step, one unit, saturation, the ends of float64."""

import numpy as np
import pytest

import reference.rnn_gradients as rg

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
NO_STEP = np.zeros((0, 2))
SHIFT = [[0.0, 2.0], [0.0, 0.0]]
LOWER = [[0.0, 0.0], [0.0, 1.0]]
STRETCH = np.diag([3.0, 4.0])

EXACT = {
    "a sure prediction": (rg.cross_entropy_loss, ([1, 0], [1.0, 0.0]), 0.0),
    "an excluded truth": (rg.cross_entropy_loss, ([0.0, 1.0], [1.0, 0.0]), np.inf),
    "one class": (rg.cross_entropy_loss, ([1.0], [1.0]), 0.0),
    "h_prev = 0": (rg.immediate_gradient, ([0.0, 0.0], [0.0, 0.0], 1, 1), [0, 0]),
    "beyond underflow": (rg.immediate_gradient, ([400.0, -1.0], [0.3, -0.7], 0, 1), [0, 0]),
    "one unit at rest": (rg.step_jacobian, ([[2.0]], [0.0]), [[2]]),
    "no factor": (rg.chain_rule_product, ([], 3), np.eye(3)),
    "an empty stack": (rg.chain_rule_product, (np.zeros((0, 2, 2)), 2), np.eye(2)),
    "newest leftmost": (rg.chain_rule_product, ([SHIFT, LOWER], 2), np.zeros((2, 2))),
    "oldest rightmost": (rg.chain_rule_product, ([LOWER, SHIFT], 2), SHIFT),
    "some z is 0": (rg.step_norm_bound, ([[0.0, 3.0], [0.0, 0.0]], [0.0, 5.0]), (3, 3)),
    "no weights": (rg.step_norm_bound, (np.zeros((2, 2)), [1.0, 1.0]), (0, 0)),
    "no step": (rg.product_norm_bound, (STRETCH, NO_STEP), (1, 1)),
    "two steps": (rg.product_norm_bound, (STRETCH, [[0.0, 9.0], [0.0, 9.0]]), (16, 16)),
    "norm 1/2": (rg.gradient_regime, (np.diag([0.5, 0.5]),), "vanishing"),
    "a swap": (rg.gradient_regime, ([[0.0, 1.0], [1.0, 0.0]],), "borderline"),
    "radius 0, norm 2": (rg.gradient_regime, (SHIFT,), "may_explode"),
    "the identity": (rg.gradient_regime, (np.eye(2),), "borderline"),
    "no weights at all": (rg.gradient_regime, (np.zeros((2, 2)),), "vanishing"),
    "inside the default tol": (rg.gradient_regime, ([[1 + 9e-7]],), "borderline"),
    "below the default tol": (rg.gradient_regime, ([[1 - 2e-6]],), "vanishing"),
    "above the default tol": (rg.gradient_regime, ([[1 + 2e-6]],), "may_explode"),
    "norm exactly 1 - tol": (rg.gradient_regime, ([[0.5]], 0.5), "borderline"),
    "norm exactly 1 + tol": (rg.gradient_regime, ([[1.5]], 0.5), "borderline"),
    "tol 0": (rg.gradient_regime, ([[1 + 1e-9]], 0), "may_explode"),
    "no step to a weight": (rg.weight_gradient, (SHIFT, NO_STEP, [[1.0, 2.0]], 0, 1), [0, 0]),
}
PRINTED = {
    "ln 2": (rg.cross_entropy_loss, ([0.0, 1.0, 0.0], [0.2, 0.5, 0.3]), 0.693147, 5e-7),
    "no epsilon": (rg.cross_entropy_loss, ([0.0, 1.0], [1.0, 1e-300]), 690.776, 5e-4),
    "one row": (rg.immediate_gradient, ([0.5, -1.0], [0.3, -0.7], 0, 1), [-0.5505, 0], 5e-5),
    "one unit": (rg.immediate_gradient, ([0.5], [0.3], 0, 0), [0.2359], 5e-5),
    "rows scaled": (rg.step_jacobian, ([[1, 2], [3, 4]], [0, 1]), [[1, 2], [1.2599, 1.6799]], 5e-5),
    "the least |z|": (rg.step_norm_bound, (STRETCH, [1.0, -2.0]), (1.6799, 4), 5e-5),
}
TWICE, THRICE = [[0.0]] * 2, [[0.0]] * 3
BEYOND = {
    "log of 0": (rg.cross_entropy_loss, ([0, 1], [1, 0]), np.inf),
    "cosh overflows": (rg.immediate_gradient, ([800.0], [1.0], 0, 0), [0]),
    "a row underflows": (rg.step_jacobian, ([[1e300]], [-800.0]), [[0]]),
    "a product overflows": (rg.chain_rule_product, ([[[1e200]]] * 2, 1), [[np.inf]]),
    "a product underflows": (rg.chain_rule_product, ([[[1e-200]]] * 2, 1), [[0]]),
    "the tight bound underflows": (rg.step_norm_bound, ([[1.0]], [800.0]), (0, 1)),
    "both bounds overflow": (rg.product_norm_bound, ([[1e200]], TWICE), (np.inf, np.inf)),
    "both bounds underflow": (rg.product_norm_bound, ([[1e-200]], TWICE), (0, 0)),
    "one bound either way": (rg.product_norm_bound, ([[1e9]], [[300.0]] * 40), (0, np.inf)),
    "inf before 0": (rg.product_norm_bound, ([[1e200]], [*TWICE, [800.0]]), (0, np.inf)),
    "a weight overflows": (rg.weight_gradient, ([[1e300]], THRICE, [[1.0]] * 4, 0, 0), [np.inf]),
}


@pytest.mark.parametrize(("function", "arguments", "wanted"), EXACT.values(), ids=EXACT)
def test_the_value_at_an_edge_is_exact(function, arguments, wanted):
    assert np.array_equal(function(*arguments), wanted)


@pytest.mark.parametrize(("function", "arguments", "wanted", "room"), PRINTED.values(), ids=PRINTED)
def test_a_printed_value_is_right_to_half_a_unit_of_its_last_digit(
    function, arguments, wanted, room
):
    np.testing.assert_allclose(function(*arguments), wanted, rtol=0, atol=room)


@pytest.mark.parametrize(("function", "arguments", "wanted"), BEYOND.values(), ids=BEYOND)
def test_beyond_float64_is_inf_or_zero_even_if_numpy_is_told_to_raise(function, arguments, wanted):
    with np.errstate(all="raise"):
        result = function(*arguments)

    np.testing.assert_array_equal(result, wanted)


def test_a_chain_that_overflows_and_then_meets_zero_is_nan_without_a_word():
    with np.errstate(all="raise"):
        P = rg.chain_rule_product([[[1e200]], [[1e200]], [[0.0]]], 1)

    assert np.isnan(P).all()


def test_an_input_beyond_float64_saturates_the_unit():
    with np.errstate(all="raise"):
        zs, hs = rg.rnn_forward([[1.0]], [[1e300]], [0.0], [0.5], [[1e300], [-1e300]])

    assert zs.tolist() == [[np.inf], [-np.inf]]
    assert hs.tolist() == [[0.5], [1.0], [-1.0]]


def test_a_run_of_no_step_keeps_the_first_state():
    zs, hs = rg.rnn_forward([[1.0]], [[1.0]], [1.0], [5.0], np.zeros((0, 1)))

    assert zs.shape == (0, 1)
    assert hs.tolist() == [[5.0]]


def test_the_loss_of_a_sure_prediction_has_no_minus_sign():
    assert str(rg.cross_entropy_loss([1.0, 0.0], [1.0, 0.0])) == "0.0"


def test_probabilities_may_miss_their_sum_by_almost_a_millionth():
    loss = rg.cross_entropy_loss([1, 0], [0.5, 0.5 + 9e-7])

    assert loss == pytest.approx(np.log(2), rel=4 * U)


def test_only_the_whole_product_of_bounds_may_leave_float64():
    """tanh'(z) is 4 exp(−2z) in the tail: thirty factors of 1e20, then thirty of 1e-20."""
    up, down = [[0.0]] * 30, [[np.log(2) + 20 * np.log(10)]] * 30

    tight, loose = rg.product_norm_bound([[1e20]], up + down)

    assert tight == pytest.approx(1.0, rel=1e-9)
    assert loose == np.inf


def test_a_long_product_of_ones_stays_one():
    assert rg.product_norm_bound(np.eye(2), np.zeros((5000, 2))) == (1.0, 1.0)
