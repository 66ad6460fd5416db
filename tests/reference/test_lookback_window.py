"""The gradients of `lookback_window`: by hand, by other routes, and by what must hold of them."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mpmath import MPContext

from reference import rnn_gradients
from reference.lookback_window import (
    activation_derivative,
    activation_gamma,
    critical_rho,
    gradient_bound,
    jacobian,
    loss_gradient,
)

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
fifty = MPContext()
fifty.dps = 50

activations = st.sampled_from(["tanh", "sigmoid"])
each_activation = pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
seeds = st.integers(0, 10**6)


def value(z, activation):
    """The activation itself, of real or complex z."""
    return np.tanh(z) if activation == "tanh" else 1 / (1 + np.exp(-z))


def exact_slope(z, activation):
    """The slope with fifty digits, as the derivative of the definition."""
    z = fifty.mpf(z)
    if activation == "tanh":
        return 4 / (fifty.exp(z) + fifty.exp(-z)) ** 2
    return 1 / (fifty.exp(z / 2) + fifty.exp(-z / 2)) ** 2


def network(seed):
    """Random W_hh (d, d), zs (n, d) and g_T (d,) with d in 1..6, n in 0..5."""
    rng = np.random.default_rng(seed)
    d, n = 1 + seed % 6, seed % 7 % 6
    zs = rng.choice([-1, 1], (n, d)) * np.exp(rng.uniform(-3, 1.1, (n, d)))
    return rng.standard_normal((d, d)), zs, rng.standard_normal(d)


# ---- slopes


@each_activation
@pytest.mark.parametrize("z", [0.0, 1e-9, 0.3, -1.0, 5.0, -19.5, 40.0, 300.0, -350.0])
def test_a_slope_keeps_its_digits_in_the_tails(z, activation):
    exact = exact_slope(z, activation)

    assert abs(float(activation_derivative(z, activation)) - exact) <= (12 + abs(z)) * U * exact


@each_activation
def test_a_slope_is_finite_where_exponentials_are_not(activation):
    assert activation_derivative([-800.0, 800.0], activation).tolist() == [0.0, 0.0]


@given(st.floats(-30, 30), activations)
@example(8.987838689109472e-12, "sigmoid")
def test_slopes_are_even_and_between_0_and_gamma(z, activation):
    """e / (1 + e)² may be rounded up: once for 1 + e, which counts twice, the square, the ratio."""
    slope, gamma = activation_derivative(z, activation), activation_gamma(activation)
    room = {"tanh": 0, "sigmoid": 4 * U}[activation]

    assert slope == activation_derivative(-z, activation)
    assert gamma == activation_derivative(0, activation)
    assert 0 < slope <= gamma * (1 + room)


@each_activation
@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 1, 3)])
def test_slopes_have_the_shape_of_z(shape, activation):
    assert activation_derivative(np.ones(shape), activation).shape == shape


def test_without_a_word_the_activation_is_tanh():
    W_hh, zs, g_T = network(9)

    assert activation_derivative(0.5) == activation_derivative(0.5, "tanh")
    assert np.array_equal(jacobian(W_hh, zs[0]), jacobian(W_hh, zs[0], "tanh"))
    assert np.array_equal(
        loss_gradient(W_hh, zs, g_T, 2), loss_gradient(W_hh, zs, g_T, 2, activation="tanh")
    )


def test_gamma_and_the_critical_rho_are_those_of_the_textbook():
    assert [activation_gamma(name) for name in ("tanh", "sigmoid")] == [1.0, 0.25]
    assert [critical_rho(name) for name in ("tanh", "sigmoid")] == [1.0, 4.0]


# ---- one step


def test_the_rows_of_the_weights_are_scaled():
    J = jacobian([[1, 2], [3, 4]], np.log([1.0, 4.0]), "sigmoid")  # slopes 0.25 and 0.16

    assert np.allclose(J, [[0.25, 0.5], [0.48, 0.64]], rtol=1e-15)


def test_with_tanh_it_is_the_jacobian_of_the_assignment_before():
    W_hh, zs, _ = network(11)

    assert np.array_equal(jacobian(W_hh, zs[0]), rnn_gradients.step_jacobian(W_hh, zs[0]))


@given(seeds, activations)
def test_a_complex_step_through_the_activation_gives_the_same_jacobian(seed, activation):
    W_hh, zs, _ = network(seed)
    for z in zs:
        columns = [value(z + 1e-30j * w, activation).imag / 1e-30 for w in W_hh.T]

        difference = np.abs(jacobian(W_hh, z, activation) - np.stack(columns, axis=1))
        assert difference.max() <= 20 * U * np.abs(W_hh).max()


# ---- many steps


@given(seeds, activations)
def test_a_complex_step_through_the_whole_run_gives_the_same_gradient(seed, activation):
    W_hh, zs, g_T = network(seed)

    for L in range(len(zs) + 1):
        measured = [through_the_run(W_hh, zs, g_T, L, activation, c) for c in range(len(g_T))]
        got = loss_gradient(W_hh, zs, g_T, L, activation)
        scale = np.linalg.norm(g_T) * max(1.0, np.linalg.norm(W_hh, 2)) ** L
        assert np.abs(got - measured).max() <= 100 * U * scale


def through_the_run(W_hh, zs, g_T, L, activation, c):
    """∂(g_Tᵀ h_T)/∂h_{T−L}[c] of the run that has these pre-activations, by the complex step."""
    change = np.zeros(len(g_T), dtype=complex)
    change[c] = 1e-30j
    for z in zs[len(zs) - L :]:
        change = value(z + W_hh @ change, activation) - value(z, activation)
        change = 1j * change.imag
    return (g_T @ change).imag / 1e-30


@given(seeds, activations)
def test_the_gradient_is_the_transposed_product_of_the_jacobians(seed, activation):
    W_hh, zs, g_T = network(seed)
    P = rnn_gradients.chain_rule_product([jacobian(W_hh, z, activation) for z in zs], len(W_hh))

    got = loss_gradient(W_hh, zs, g_T, len(zs), activation)
    assert np.allclose(got, P.T @ g_T, rtol=0, atol=1e-13 * (1 + np.linalg.norm(W_hh, 2)) ** 5 * 9)


@given(seeds, activations)
def test_going_back_twice_is_going_back_the_sum(seed, activation):
    W_hh, zs, g_T = network(seed)
    for first in range(len(zs) + 1):
        half_way = loss_gradient(W_hh, zs, g_T, first, activation)
        rest = zs[: len(zs) - first]

        assert np.array_equal(
            loss_gradient(W_hh, rest, half_way, len(rest), activation),
            loss_gradient(W_hh, zs, g_T, len(zs), activation),
        )


@given(seeds, activations)
def test_no_gradient_is_longer_than_its_bound(seed, activation):
    W_hh, zs, g_T = network(seed)
    sizes = np.linalg.norm(g_T), activation_gamma(activation), np.linalg.norm(W_hh, 2)

    for L in range(len(zs) + 1):
        got = np.linalg.norm(loss_gradient(W_hh, zs, g_T, L, activation))
        assert got <= gradient_bound(*sizes, L) * (1 + 1e-12)


def test_the_order_of_the_document_is_told_apart():
    W_hh, zs = np.array([[0.0, 2.0], [1.0, 0.0]]), np.arctanh([[0.0, 0.6], [0.8, 0.0]])

    # slopes (1, 0.64), then (0.36, 1): J_1ᵀ J_2ᵀ (1, 10)
    assert np.allclose(loss_gradient(W_hh, zs, [1, 10], 2), [0.4608, 20.0], rtol=1e-15)


def test_no_step_back_is_the_gradient_itself_in_an_array_of_its_own():
    g_T = np.array([1.0, -2.0])
    got = loss_gradient(np.eye(2), np.empty((0, 2)), g_T, 0)

    assert got.tolist() == g_T.tolist()
    assert not np.shares_memory(got, g_T)


@each_activation
def test_arguments_stay_as_they_are(activation):
    W_hh, zs, g_T = network(23)
    before = [W_hh.copy(), zs.copy(), g_T.copy()]
    loss_gradient(W_hh, zs, g_T, len(zs), activation)
    jacobian(W_hh, zs[0], activation)
    activation_derivative(zs, activation)

    assert all(map(np.array_equal, before, [W_hh, zs, g_T]))


# ---- what document 000 says, and what is true


def test_a_bound_that_grows_makes_no_gradient_grow():
    """E0.3: gamma rho is 10, and after two steps nothing is left."""
    W_hh, zs = np.array([[0.0, 10.0], [0.0, 0.0]]), np.zeros((2, 2))

    assert loss_gradient(W_hh, zs, [1, 1], 2).tolist() == [0.0, 0.0]
    assert gradient_bound(np.sqrt(2), 1, np.linalg.norm(W_hh, 2), 2) == pytest.approx(141.42, 1e-4)


def test_the_bound_with_the_spectral_radius_is_false():
    """E0.8: both eigenvalues are 0.5, and the gradient grows twentyfold in a step."""
    W_hh = np.array([[0.5, 10.0], [0.0, 0.5]])
    radius = np.abs(np.linalg.eigvals(W_hh)).max()

    assert np.linalg.norm(loss_gradient(W_hh, np.zeros((1, 2)), [1, 0], 1)) > 20 * radius


def test_gradients_need_not_shrink_from_step_to_step():
    """E0.6: 1, 10 and then next to nothing after thirty steps."""
    W_hh, zs = np.array([[0.5, 10.0], [0.0, 0.5]]), np.zeros((30, 2))
    lengths = [np.linalg.norm(loss_gradient(W_hh, zs, [1, 0], L)) for L in (0, 1, 30)]

    assert lengths == pytest.approx([1.0, 10.012, 5.6e-7], rel=1e-2)


def test_with_the_logistic_function_a_norm_of_three_is_certain_to_vanish():
    """E0.2: the bound with gamma = 1 would be 6e9 after 20 steps."""
    assert gradient_bound(1.7, 0.25, 3, 20) == pytest.approx(1.7 * 0.75**20, rel=1e-12)
    assert gradient_bound(1.7, 1.0, 3, 20) == pytest.approx(5.9e9, rel=1e-2)
