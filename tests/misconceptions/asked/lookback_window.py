"""What known answers of `lookback_window` are asked: random networks and sizes, then the edges."""

from functools import partial

import numpy as np

from graders import scales
from reference import lookback_window as reference

ACTIVATIONS = ("tanh", "sigmoid")


def ask(question):
    """The arguments of each call, and how large rounding may be in the answer."""
    return {
        "activation_derivative": ask_slopes,
        "activation_gamma": ask_words,
        "critical_rho": ask_words,
        "jacobian": ask_jacobians,
        "loss_gradient": ask_gradients,
        "gradient_bound": partial(ask_bounds, of_bound),
        "log_gradient_bound": partial(ask_bounds, scales.of_log_bound),
        "window_table": ask_tables,
        "vanishing_window": ask_windows,
    }[question]()


def networks():
    """Random W_hh (d, d), zs (n, d) and g (d,); steps and units differ in their saturation."""
    rng = np.random.default_rng(2026)
    for gain in (0.5, 1.0, 3.0):
        for d, n in [(2, 2), (3, 5), (4, 3), (1, 3), (2, 1), (3, 0)]:
            W_hh = gain * rng.standard_normal((d, d)) / np.sqrt(d)
            zs = rng.choice([-1.0, 1.0], (n, d)) * np.exp(rng.uniform(-3.0, 1.1, (n, d)))
            yield W_hh, zs, rng.standard_normal(d)


def ask_words():
    for activation in ACTIVATIONS:
        yield (activation,), 1.0


def ask_slopes():
    edges = [[0.0], [0.0, 1.0], [-800.0, 800.0], [400.0, -1.0], 0.5]
    for z in [zs for _, zs, _ in networks() if zs.size] + [np.array(edge) for edge in edges]:
        yield (z,), 1.0
        for activation in ACTIVATIONS:
            yield (z, activation), 1.0


def ask_jacobians():
    edges = [(np.eye(2) + 1.0, np.array([z]), None) for z in ([0.0, 1.0], [400.0, -800.0])]
    for W_hh, zs, _ in [*networks(), *edges]:
        for z in zs[-1:]:
            yield (W_hh, z), np.abs(W_hh).max()
            for activation in ACTIVATIONS:
                yield (W_hh, z, activation), np.abs(W_hh).max()


def ask_gradients():
    for W_hh, zs, g_T in networks():
        for L in range(len(zs) + 1):
            for activation in ACTIVATIONS:
                slopes = [reference.activation_derivative(z, activation) for z in zs[len(zs) - L :]]
                yield (W_hh, zs, g_T, L, activation), scales.of_loss_gradient(W_hh, slopes, g_T, 1)
        yield (W_hh, zs, g_T, len(zs)), np.linalg.norm(g_T) * 10.0 ** len(zs)


def sizes():
    """Random g_norm, gamma and rho, with gamma rho on both sides of 1."""
    rng = np.random.default_rng(2026)
    for gamma in (1.0, 0.25, 0.6, 0.1):
        for ratio in (0.2, 0.5, 0.9, 1.1, 1.7):
            g_norm = 10 ** (rng.choice([-1, 1]) * rng.uniform(0.2, 3.0))
            yield g_norm, gamma, ratio / gamma * rng.uniform(0.95, 1.05)
    yield 2.0, 1.0, 0.0
    yield 0.0, 0.25, 3.0


def of_bound(*args):
    """The bound itself; a product of many factors may end a little above the smallest number."""
    return max(reference.gradient_bound(*args), 1e-300)


def ask_bounds(scale):
    for g_norm, gamma, rho in sizes():
        for L in (0, 1, 2, 7, 30, 9000):
            yield (g_norm, gamma, rho, L), scale(g_norm, gamma, rho, L)


def ask_tables():
    for g_norm, gamma, rho in sizes():
        for windows in ([], [0], [1, 2, 30], [9, 5, 5, 7000]):
            rounding = [scales.of_log_bound(g_norm, gamma, rho, L) for L in windows]
            args = g_norm, gamma, rho, np.array(windows, dtype=int)
            yield args, max(rounding, default=1.0)


def ask_windows():
    for g_norm, gamma, rho in sizes():
        for log10_eps in (-200.13, -9.17, -0.33, 4.1):
            yield (g_norm, gamma, rho, 10.0**log10_eps), 0.0
    yield (1e300, 1.0, 0.95, 1e-300), 0.0
    yield (3.0, 0.25, 4.0, 1e-3), 0.0
