"""Other steps than the last L."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You go back one step too many.",
    staff="L + 1 steps, as far as there are some.",
)
def one_step_more(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, max(T - 2 - L, -1), -1):
        g = W_hh.T @ (slopes[s] * g)
    return g


@misconception(
    student="You stop one step too early.",
    staff="L - 1 steps.",
)
def one_step_less(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, T - L, -1):
        g = W_hh.T @ (slopes[s] * g)
    return g


@misconception(
    student="You go back to the very first state, whatever the window is.",
    staff="L is ignored: T steps.",
)
def all_steps(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g, T = g_T.copy(), len(zs)
    for s in range(T - 1, -1, -1):
        g = W_hh.T @ (slopes[s] * g)
    return g


@misconception(
    student="You use as many steps as you should, but those at the other end of the sequence.",
    staff="The first L steps in the place of the last L.",
)
def first_steps(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g = g_T.copy()
    for s in range(L - 1, -1, -1):
        g = W_hh.T @ (slopes[s] * g)
    return g


@misconception(
    student="Your answer for no step at all is not the gradient that you start from: look at "
    "what a slice from minus zero holds.",
    staff="zs[-L:] is everything for L = 0.",
)
def minus_zero(W_hh, zs, g_T, L, activation="tanh"):
    slopes = 1 - np.tanh(zs) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(zs / 2) ** 2)
    g = g_T.copy()
    for slope in slopes[-L:][::-1]:
        g = W_hh.T @ (slope * g)
    return g
