"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your gradient is that of a linear network: a factor is missing in two places.",
    staff="Two mistakes: tanh' is forgotten in the Jacobians and in the immediate gradients.",
)
def linear_network(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g = W_hh @ g
        g[i] += hs[k][j]
    return g


@misconception(
    student="Each of your terms uses the state after its step, and belongs to another weight: "
    "two things to look at.",
    staff="Two mistakes: hs[k + 1] for hs[k], and i and j exchanged.",
)
def h_off_by_one_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[j] += D[j] * hs[k + 1][i]
    return g


@misconception(
    student="Your gradient is that of the newest step alone, and of another weight: "
    "two things to look at.",
    staff="Two mistakes: the immediate gradient only, and i and j exchanged.",
)
def immediate_only_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    if len(zs) > 0:
        g[j] = (1 - np.tanh(zs[-1][j]) ** 2) * hs[-2][i]
    return g


@misconception(
    student="You add the steps without carrying them on, and for another weight: "
    "two things to look at.",
    staff="Two mistakes: no products of Jacobians, and i and j exchanged.",
)
def sum_of_immediates_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g[j] += (1 - np.tanh(zs[k][j]) ** 2) * hs[k][i]
    return g
