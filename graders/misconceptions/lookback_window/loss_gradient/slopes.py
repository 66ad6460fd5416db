"""The slopes are others, are taken elsewhere, or are missing."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="All your steps have the slopes of the newest one.",
    staff="(J_T^T)^L g_T: one Jacobian for all steps.",
)
def newest_slopes_only(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g = g_T.copy()
    for _ in range(L):
        g = W_hh.T @ (slopes[-1] * g)
    return g


@misconception(
    student="Your gradient does not depend on the pre-activations: a factor of the chain rule "
    "is missing.",
    staff="(W_hh^T)^L g_T.",
)
def no_derivative(W_hh, zs, g_T, L, activation="tanh"):
    g = g_T.copy()
    for _ in range(L):
        g = W_hh.T @ g
    return g


@misconception(
    student="You use the steepest slope for all units, as the bound does.",
    staff="(gamma W_hh^T)^L g_T.",
)
def gamma_for_slopes(W_hh, zs, g_T, L, activation="tanh"):
    g = g_T.copy()
    for _ in range(L):
        g = W_hh.T @ g * (1.0 if activation == "tanh" else 0.25)
    return g


@misconception(
    student="You get the same gradient whichever activation is asked for: it is that of tanh.",
    staff="The argument activation is ignored: tanh always.",
)
def always_tanh(W_hh, zs, g_T, L, activation="tanh"):
    g = g_T.copy()
    for z in zs[len(zs) - L :][::-1]:
        g = W_hh.T @ ((1 - np.tanh(z) ** 2) * g)
    return g


@misconception(
    student="You get the same gradient whichever activation is asked for: it is that of the "
    "logistic function.",
    staff="The argument activation is ignored: the logistic function always.",
)
def always_sigmoid(W_hh, zs, g_T, L, activation="tanh"):
    g = g_T.copy()
    for z in zs[len(zs) - L :][::-1]:
        g = W_hh.T @ (g / (4 * np.cosh(z / 2) ** 2))
    return g


@misconception(
    student="You take the slopes in the wrong place: what you give to the derivative has been "
    "through the activation already.",
    staff="f' at h = f(z), not at z.",
)
def derivative_at_h(W_hh, zs, g_T, L, activation="tanh"):
    hs = np.tanh(zs) if activation == "tanh" else 1 / (1 + np.exp(-zs))
    slopes = 1 - np.tanh(hs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(hs / 2) ** 2)
    g = g_T.copy()
    for slope in slopes[len(zs) - L :][::-1]:
        g = W_hh.T @ (slope * g)
    return g


@misconception(
    student="You multiply with the states where their slopes belong.",
    staff="f(z) in the place of f'(z).",
)
def h_for_slopes(W_hh, zs, g_T, L, activation="tanh"):
    hs = np.tanh(zs) if activation == "tanh" else 1 / (1 + np.exp(-zs))
    g = g_T.copy()
    for h in hs[len(zs) - L :][::-1]:
        g = W_hh.T @ (h * g)
    return g
