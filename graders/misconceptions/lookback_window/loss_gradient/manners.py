"""What is returned, and how, is not what was asked for."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your result is the same whatever gradient arrives at the end.",
    staff="Starts with ones in the place of g_T.",
)
def ignores_g(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g = np.ones(len(W_hh))
    for slope in slopes[len(zs) - L :][::-1]:
        g = W_hh.T @ (slope * g)
    return g


@misconception(
    student="You return the whole matrix: it has not met the gradient at the end yet.",
    staff="The product of the Jacobians, without g_T.",
)
def product_only(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    P = np.eye(len(W_hh))
    for slope in slopes[len(zs) - L :]:
        P = np.diag(slope) @ W_hh @ P
    return P


@misconception(
    student="You return the length of the gradient: the gradient itself is asked for.",
    staff="The norm of the gradient.",
)
def norm(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, T - 1 - L, -1):
        g = W_hh.T @ (slopes[s] * g)
    return np.linalg.norm(g)


@misconception(
    student="You return a matrix of one column: a vector is asked for.",
    staff="Shape (d, 1).",
)
def column_matrix(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, T - 1 - L, -1):
        g = W_hh.T @ (slopes[s] * g)
    return g[:, None]


@misconception(
    student="You write your results into the gradient that you were given, which belongs to "
    "whoever called you.",
    staff="g_T is overwritten.",
)
def in_place(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    for slope in slopes[len(zs) - L :][::-1]:
        g_T[:] = W_hh.T @ (slope * g_T)
    return g_T


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(W_hh, zs, g_T, L, activation="tanh"):
    print(W_hh.T @ g_T)
