"""The immediate gradient of a step uses another state, unit or slope."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your terms use the state after each step: ask which state the weight multiplied.",
    staff="hs[k + 1] for hs[k]: h_k instead of h_{k-1}.",
)
def h_off_by_one(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k + 1][j]
    return g


@misconception(
    student="All your terms use the same state: the state changes from step to step.",
    staff="hs[0][j] at every step.",
)
def first_state_always(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[0][j]
    return g


@misconception(
    student="Your gradient is right for the weight in row j and column i: "
    "check which unit the weight feeds.",
    staff="i and j exchanged: the gradient by W_hh[j, i].",
)
def ij_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[j] += D[j] * hs[k][i]
    return g


@misconception(
    student="Your terms use the state of unit i: ask from which unit the weight reads.",
    staff="hs[k][i] for hs[k][j].",
)
def reads_unit_i(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][i]
    return g


@misconception(
    student="Your terms arrive at unit j: ask which unit the weight feeds.",
    staff="The immediate gradient stands in entry j, as tanh'(z[j]) hs[k][j].",
)
def feeds_unit_j(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[j] += D[j] * hs[k][j]
    return g


@misconception(
    student="In your terms the weight feeds all units at once: "
    "look at what it multiplies in one step.",
    staff="The immediate gradient stands in every entry: "
    "tanh'(z) hs[k][j] instead of one entry of it.",
)
def feeds_every_unit(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g = (1 - np.tanh(zs[k]) ** 2) * (W_hh @ g + hs[k][j])
    return g


@misconception(
    student="A factor is missing where each term enters your sum: "
    "compare it with the immediate gradient.",
    staff="hs[k][j] without tanh'(z[i]); the Jacobians are right.",
)
def immediate_without_derivative(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g = (1 - np.tanh(zs[k]) ** 2) * (W_hh @ g)
        g[i] += hs[k][j]
    return g


@misconception(
    student="You return a number: the derivative of a vector by a number is a vector.",
    staff="Entry i of the gradient alone.",
)
def scalar(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g[i]


@misconception(
    student="You return the gradients of all states: only that of the last one is asked for.",
    staff="Returns the gradients of all states, h_0 included.",
)
def every_step(W_hh, zs, hs, i, j):
    gs = [np.zeros(len(W_hh))]
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ gs[-1])
        g[i] += D[i] * hs[k][j]
        gs.append(g)
    return np.array(gs)


@misconception(
    student="You return a matrix of a single column: compare its shape with the docstring.",
    staff="Shape (d, 1) instead of (d,).",
)
def column_vector(W_hh, zs, hs, i, j):
    g = np.zeros((len(W_hh), 1))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = np.diag(D) @ W_hh @ g
        g[i, 0] += D[i] * hs[k][j]
    return g
