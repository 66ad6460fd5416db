"""The right factors in the wrong order, or the wrong way round."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You multiply with the Jacobians as they are: they carry states forwards, and a "
    "gradient goes the other way.",
    staff="J g in the place of J^T g.",
)
def no_transpose(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, T - 1 - L, -1):
        g = slopes[s] * (W_hh @ g)
    return g


@misconception(
    student="Each of your steps does two right things in the wrong order.",
    staff="diag(f') W_hh^T g in the place of W_hh^T diag(f') g.",
)
def D_after_Wt(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, T - 1 - L, -1):
        g = slopes[s] * (W_hh.T @ g)
    return g


@misconception(
    student="You use the right steps in the wrong order: think of which one the gradient "
    "meets first.",
    staff="J_T^T ... J_{T-L+1}^T g_T: the oldest factor first.",
)
def oldest_first(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - L, T):
        g = W_hh.T @ (slopes[s] * g)
    return g


@misconception(
    student="You carry the gradient forwards through the window, like a change of the state.",
    staff="J_T ... J_{T-L+1} g_T.",
)
def forward(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - L, T):
        g = slopes[s] * (W_hh @ g)
    return g
