"""The slope of tanh is another function, or is taken elsewhere."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your derivative of tanh exceeds one where z is negative: "
    "work out the derivative of tanh on paper again.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k])
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your derivative of tanh is at most a quarter: "
    "check which activation function the network has.",
    staff="The logistic derivative: sigma read as the sigmoid.",
)
def sigmoid_deriv(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        s = 1 / (1 + np.exp(-zs[k]))
        D = s * (1 - s)
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check which of the two lists holds states.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - zs[k] ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your derivative of tanh is taken at the wrong point: "
    "a state has been through tanh already.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(hs[k + 1]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your derivative of tanh is computed from the state before the step: "
    "check to which moment it belongs.",
    staff="1 - hs[k]**2 for 1 - hs[k + 1]**2: the derivative of the step before.",
)
def deriv_from_state_before(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - hs[k] ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g
