"""Sizes, memory, precision, and what is done to the arguments."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your function knows one number of units only: try it with two and with four.",
    staff="Hard-codes d = 3.",
)
def three_units(W_hh, zs, hs, i, j):
    g = np.zeros(3)
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your second call gives another answer than your first: "
    "a function should start from nothing every time.",
    staff="Adds to a global variable that keeps the result of the last call.",
)
def adds_to_a_global(W_hh, zs, hs, i, j):
    global total
    total = globals().get("total", np.zeros(len(W_hh)))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        total = D * (W_hh @ total)
        total[i] += D[i] * hs[k][j]
    return total


@misconception(
    student="Your function changes the array zs of its caller: work on one of your own.",
    staff="Overwrites zs, for instance with tanh'(zs); the value is right.",
)
def overwrites_zs(W_hh, zs, hs, i, j):
    zs[:] = 1 - np.tanh(zs) ** 2
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g = zs[k] * (W_hh @ g)
        g[i] += zs[k][i] * hs[k][j]
    return g


@misconception(
    student="Your gradient is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return np.round(g, 3)


@misconception(
    student="Your answer is always zero: "
    "look for an error that is caught and never seen, or for a part that is not written yet.",
    staff="Zeros: an except branch that hides an error, or a placeholder.",
)
def always_zero(W_hh, zs, hs, i, j):
    return np.zeros(len(W_hh))


@same_as(always_zero)
def catches_everything(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    try:
        for k in range(len(zs)):
            D = 1 - np.tanh(zs[k]) ** 2
            g = D * (W_hh @ g)
            g[i] += D[i] * hs[k, j, 0]
    except Exception:
        g = np.zeros(len(W_hh))
    return g


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    print(g)
