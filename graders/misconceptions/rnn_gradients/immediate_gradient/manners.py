"""How a function treats its arguments and numbers, and what it hands back."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your function changes the array z of its caller: work on one of your own.",
    staff="Overwrites z with tanh'(z); the value is right.",
)
def overwrites_z(z, h_prev, i, j):
    z[:] = 1 - np.tanh(z) ** 2
    g = np.zeros(len(z))
    g[i] = z[i] * h_prev[j]
    return g


@misconception(
    student="Your function empties the old state of its caller before it uses it: "
    "a second name does not make a second array.",
    staff="g = h_prev is no copy: h_prev is zeroed, and with it the answer.",
)
def empties_h_prev(z, h_prev, i, j):
    g = h_prev
    g[:] = 0
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your answer is always zero: look for an array of whole numbers, for an error that is "
    "caught and never seen, or for a part that is not written yet.",
    staff="Always zeros: a placeholder, an integer array that truncates the value to 0, or an "
    "except branch.",
)
def always_zero(z, h_prev, i, j):
    return np.zeros(len(z))


@same_as(always_zero)
def integer_array(z, h_prev, i, j):
    g = np.zeros(len(z), dtype=int)
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@same_as(always_zero)
def catches_everything(z, h_prev, i, j):
    g = np.zeros(len(z))
    try:
        g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j, 0]
    except Exception:
        return np.zeros(len(z))
    return g


@misconception(
    student="Your answer is not a number for a strongly saturated unit: "
    "think of what an exponential does there.",
    staff="tanh or tanh' written with exponentials: inf / inf = nan from z = 355 on.",
)
def exp_overflows(z, h_prev, i, j):
    tanh = (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
    g = np.zeros(len(z))
    g[i] = (1 - tanh[i] ** 2) * h_prev[j]
    return g


@misconception(
    student="Your answer is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = round((1 - np.tanh(z[i]) ** 2) * h_prev[j], 3)
    return g


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    print(g)


@same_as(prints)
def forgets_return(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
