"""Terms of the sum are missing, or belong to other steps."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your gradient is that of the newest step alone: "
    "the state before it depends on the weight, too.",
    staff="The immediate gradient only: h_{t-1} is treated as constant.",
)
def immediate_only(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    if len(zs) > 0:
        g[i] = (1 - np.tanh(zs[-1][i]) ** 2) * hs[-2][j]
    return g


@misconception(
    student="Only the two newest steps contribute to your gradient: the weight acts at every step.",
    staff="The last two terms only, as in the example with two steps.",
)
def newest_two_steps(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(max(len(zs) - 2, 0), len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Only the oldest step contributes to your gradient: the weight acts at every step.",
    staff="The first term only: later immediate gradients are left out.",
)
def first_term_only(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        if k == 0:
            g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="The newest step does not contribute to your gradient: "
    "think of the product that has no factor.",
    staff="The last term (k = t, the empty product) is forgotten.",
)
def no_last_term(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        if k < len(zs) - 1:
            g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="The oldest step does not contribute to your gradient: count the terms of your sum.",
    staff="The first term is forgotten: the sum starts at k = 2.",
)
def no_first_term(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(1, len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your gradient is divided by the number of steps: compare with the definition.",
    staff="The mean over the steps instead of the sum.",
)
def mean_over_steps(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g / max(len(zs), 1)


@misconception(
    student="Your steps are taken in the wrong order: look up which row of zs is the oldest.",
    staff="Takes zs and hs newest first.",
)
def newest_first(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs) - 1, -1, -1):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your pre-activations and your states belong to different steps: "
    "follow one step with both lists.",
    staff="zs is reversed and hs is not.",
)
def only_zs_reversed(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k, z in enumerate(zs[::-1]):
        D = 1 - np.tanh(z) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your function knows one number of steps only: try it with one and with five.",
    staff="Hard-codes two steps.",
)
def two_steps(W_hh, zs, hs, i, j):
    D = 1 - np.tanh(zs) ** 2
    g = D[1] * W_hh[:, i] * D[0][i] * hs[0][j]
    g[i] += D[1][i] * hs[1][j]
    return g


@misconception(
    student="Your function looks for a first step where there is none: this case has an answer.",
    staff="IndexError for n = 0, for instance by a sum that starts with the term of zs[0].",
)
def fails_for_no_step(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    g[i] = (1 - np.tanh(zs[0][i]) ** 2) * hs[0][j]
    for k in range(1, len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g
