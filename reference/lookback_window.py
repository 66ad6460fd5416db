"""How far back a gradient reaches, as claimed by document 000.

With this file one can
    differentiate an activation                   (activation_derivative)
    say how steep it is at most                   (activation_gamma)
    say how large rho may be at most              (critical_rho)
    differentiate one step in the state before    (jacobian)
    carry the loss's gradient L steps back        (loss_gradient)
    bound what arrives there                      (gradient_bound)
    bound it where float64 ends                   (log_gradient_bound)
    tabulate the bound                            (window_table)
    find the first window beyond which it is lost (vanishing_window)

Symbols are those of `reference`. Nested lists will do, no argument is modified, results are new.
All raise ValueError on another shape, an empty array (n may be 0), an entry not real and finite,
and an activation other than "tanh" and "sigmoid", which stands for the logistic function.
"""

import math

import numpy as np

from reference.arguments import array, integer, quiet
from reference.rnn_gradients import tanh_prime

GAMMA = {"tanh": 1.0, "sigmoid": 0.25}


@quiet
def activation_derivative(z, activation="tanh") -> np.ndarray:
    """f'(z), entry by entry: 1/cosh²(z) for tanh, σ(z) σ(−z) for the logistic function σ.

    z of any shape -> an array of this shape
    """
    z = array("z", z, np.shape(z))
    return {"tanh": tanh_prime, "sigmoid": _sigmoid_prime}[_known(activation)](z)


def activation_gamma(activation) -> float:
    """Document 000, gamma: sup |f'|, which both activations reach at z = 0."""
    return GAMMA[_known(activation)]


def critical_rho(activation) -> float:
    """The rho up to which the bound cannot grow: gamma rho = 1."""
    return 1 / activation_gamma(activation)


@quiet
def jacobian(W_hh, z, activation="tanh") -> np.ndarray:
    """Document 000, J_k = diag(f'(z)) W_hh.

    W_hh (d, d), z (d,) -> J (d, d), whose row r is f'(z[r]) times row r of W_hh
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    z = array("z", z, (len(W_hh),))
    return np.diag(activation_derivative(z, activation)) @ W_hh


@quiet
def loss_gradient(W_hh, zs, g_T, L, activation="tanh") -> np.ndarray:
    """Document 000, ∂ℓ/∂h_{T−L} as a column: J_{T−L+1}ᵀ ⋯ J_Tᵀ g_T, the newest factor first.

    W_hh (d, d), zs (n, d) with n = T, g_T (d,), L steps back -> g (d,), which is g_T for L = 0
    Raises ValueError if L is not an integer in 0..n.
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    zs = array("zs", zs, ("n", len(W_hh)))
    g = array("g_T", g_T, (len(W_hh),))
    L, activation = integer("L", L, 0, len(zs)), _known(activation)
    for z in zs[len(zs) - L :][::-1]:
        g = jacobian(W_hh, z, activation).T @ g
    return g


@quiet
def gradient_bound(g_norm, gamma, rho, L) -> float:
    """Document 000, ‖∂ℓ/∂h_{T−L}‖₂ <= g_norm (gamma rho)^L, where 0⁰ = 1.

    All are numbers >= 0, L an integer -> a float, inf or 0.0 beyond the range of float64
    """
    return float(np.exp(log_gradient_bound(g_norm, gamma, rho, L)))


@quiet
def log_gradient_bound(g_norm, gamma, rho, L) -> float:
    """The logarithm of the bound: ln g_norm + L (ln gamma + ln rho).

    All are numbers >= 0, L an integer -> a float, −inf where the bound is 0
    """
    g_norm, gamma, rho = _sizes(g_norm=g_norm, gamma=gamma, rho=rho)
    L = integer("L", L, 0, math.inf)
    if L == 0:  # 0⁰ is 1, while 0 · ln 0 would be nan
        return float(np.log(g_norm))
    return float(np.log(g_norm) + L * (np.log(gamma) + np.log(rho)))


@quiet
def window_table(g_norm, gamma, rho, windows) -> np.ndarray:
    """Document 000, its table with numbers: a row L, log10 of the bound for each window L.

    Numbers >= 0, windows (n,) of integers >= 0 -> (n, 2), also for n = 0
    """
    _sizes(g_norm=g_norm, gamma=gamma, rho=rho)
    if np.ndim(windows) != 1:
        raise ValueError(f"windows is {windows!r}, but should be a list of integers")
    logs = [log_gradient_bound(g_norm, gamma, rho, L) for L in windows]
    return np.column_stack([windows, np.divide(logs, np.log(10))]).astype(float)


@quiet
def vanishing_window(g_norm, gamma, rho, eps) -> int | None:
    """The smallest window L with g_norm (gamma rho)^L < eps; None if there is no such window.

    All are numbers >= 0, eps > 0 -> an integer >= 0, or None
    """
    g_norm, gamma, rho, eps = _sizes(g_norm=g_norm, gamma=gamma, rho=rho, eps=eps)
    if eps == 0:
        raise ValueError("eps is 0.0, but should be > 0")
    if g_norm < eps:
        return 0
    decay = np.log(gamma) + np.log(rho)
    if decay >= 0:
        return None
    # Not ln(eps / g_norm), which may underflow. A decay of -inf, for 0 after one step, gives 1.
    return int(np.floor((np.log(eps) - np.log(g_norm)) / decay)) + 1


def _sigmoid_prime(z):
    # exp(-|z|) cannot overflow, and the derivative is even.
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def _known(activation) -> str:
    if not isinstance(activation, str) or activation not in GAMMA:
        raise ValueError(f"activation is {activation!r}, but should be 'tanh' or 'sigmoid'")
    return activation


def _sizes(**numbers) -> list[np.ndarray]:
    for name, value in numbers.items():
        if array(name, value, ()) < 0:
            raise ValueError(f"{name} is {value}, but should be >= 0")
    return [array(name, value, ()) for name, value in numbers.items()]
