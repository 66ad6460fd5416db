"""What `lookback_window` refuses, and in which words: got, and wanted."""

import re

import numpy as np
import pytest

import reference.lookback_window as lw

pytestmark = pytest.mark.filterwarnings("error")

NAN, INF = np.nan, np.inf
I2, Z, ZS, G = np.eye(2), [0.5, -1.0], [[0.5, -1.0]] * 3, [1.0, 2.0]
UNKNOWN = "activation is 'relu', but should be 'tanh' or 'sigmoid'"
SIZES = [
    ((-1.0, 1.0, 2.0), "g_norm is -1.0, but should be >= 0"),
    ((1.0, -1.0, 2.0), "gamma is -1.0, but should be >= 0"),
    ((1.0, 1.0, -2.0), "rho is -2.0, but should be >= 0"),
    ((1.0, -1.0, -2.0), "gamma is -1.0, but should be >= 0"),
    ((NAN, 1.0, 2.0), "g_norm is nan, but should be finite"),
    ((1.0, NAN, 2.0), "gamma is nan, but should be finite"),
    ((1.0, 1.0, INF), "rho is inf, but should be finite"),
    (([1.0], 1.0, 2.0), "g_norm has shape (1,), but should have shape ()"),
    (("1", 1.0, 2.0), "g_norm holds <U1, but should hold real numbers"),
]
REFUSED = [
    # the activation
    (lw.activation_gamma, ("relu",), UNKNOWN),
    (lw.critical_rho, ("relu",), UNKNOWN),
    (lw.activation_derivative, (Z, "relu"), UNKNOWN),
    (lw.activation_derivative, (Z, ["tanh"]), "activation is ['tanh'], but should be 'tanh' or"),
    (lw.activation_derivative, (Z, "Tanh"), "activation is 'Tanh', but should be 'tanh' or"),
    (lw.jacobian, (I2, Z, "relu"), UNKNOWN),
    (lw.loss_gradient, (I2, ZS, G, 1, "relu"), UNKNOWN),
    (lw.loss_gradient, (I2, ZS, G, 0, "relu"), UNKNOWN),
    # pre-activations and weights
    (lw.activation_derivative, ([0.5, NAN],), "z[1] is nan, but should be finite"),
    (lw.activation_derivative, (INF, "sigmoid"), "z is inf, but should be finite"),
    (lw.activation_derivative, ([],), "z is empty, but should have shape (0,)"),
    (lw.activation_derivative, (["a"],), "z holds <U1, but should hold real numbers"),
    (lw.jacobian, (np.ones((2, 3)), Z), "W_hh has shape (2, 3), but should have shape (d, d)"),
    (lw.jacobian, (I2, [0.5]), "z has shape (1,), but should have shape (2,)"),
    (lw.jacobian, (I2, [[0.5, 1.0]]), "z has shape (1, 2), but should have shape (2,)"),
    (lw.jacobian, ([[1.0, NAN], [0.0, 1.0]], Z), "W_hh[0, 1] is nan, but should be finite"),
    # gradients and windows
    (lw.loss_gradient, (I2, ZS, G, 4), "L is 4, but should be an integer in 0..3"),
    (lw.loss_gradient, (I2, ZS, G, -1), "L is -1, but should be an integer in 0..3"),
    (lw.loss_gradient, (I2, ZS, G, 1.0), "L is 1.0, but should be an integer in 0..3"),
    (lw.loss_gradient, (I2, ZS, G, True), "L is True, but should be an integer in 0..3"),
    (lw.loss_gradient, (I2, Z, G, 1), "zs has shape (2,), but should have shape (n, 2)"),
    (lw.loss_gradient, (I2, ZS, [1.0], 1), "g_T has shape (1,), but should have shape (2,)"),
    (lw.loss_gradient, (I2, ZS, [1.0, NAN], 1), "g_T[1] is nan, but should be finite"),
    (lw.loss_gradient, (np.ones((2, 3)), ZS, G, 1), "W_hh has shape (2, 3), but should have"),
    *(
        (bound, (1.0, 1.0, 2.0, L), f"L is {L}, but should be an integer in 0..inf")
        for bound in (lw.gradient_bound, lw.log_gradient_bound)
        for L in (-1, 0.5, 2.0)
    ),
    *((lw.gradient_bound, (*sizes, 3), words) for sizes, words in SIZES),
    *((lw.log_gradient_bound, (*sizes, 0), words) for sizes, words in SIZES),
    *((lw.window_table, (*sizes, []), words) for sizes, words in SIZES),
    (lw.window_table, (1.0, 1.0, 2.0, 3), "windows is 3, but should be a list of integers"),
    (lw.window_table, (1.0, 1.0, 2.0, [[3]]), "windows is [[3]], but should be a list of integers"),
    (lw.window_table, (1.0, 1.0, 2.0, [3, -1]), "L is -1, but should be an integer in 0..inf"),
    (lw.window_table, (1.0, 1.0, 2.0, [2.5]), "L is 2.5, but should be an integer in 0..inf"),
    *((lw.vanishing_window, (*sizes, 1e-6), words) for sizes, words in SIZES),
    (lw.vanishing_window, (1.0, 1.0, 0.5, 0.0), "eps is 0.0, but should be > 0"),
    (lw.vanishing_window, (1.0, 1.0, 0.5, -1e-6), "eps is -1e-06, but should be >= 0"),
    (lw.vanishing_window, (1.0, 1.0, 0.5, NAN), "eps is nan, but should be finite"),
]


@pytest.mark.parametrize(("function", "args", "words"), REFUSED)
def test_what_makes_no_sense_is_refused_in_words(function, args, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        function(*args)
