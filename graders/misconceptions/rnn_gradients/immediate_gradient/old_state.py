"""The other factor, the old state: another entry, another moment, or none."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your entry is in the right place but uses the wrong component of the old state: "
    "write out the sum that makes the pre-activation.",
    staff="h_prev[i] instead of h_prev[j].",
)
def h_prev_i(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[i]
    return g


@misconception(
    student="You pass the old state through tanh, although it is a state already.",
    staff="tanh(h_prev[j]) instead of h_prev[j].",
)
def tanh_of_h(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * np.tanh(h_prev[j])
    return g


@misconception(
    student="Your answer does not depend on the old state: a factor of the chain rule is missing.",
    staff="h_prev[j] is forgotten.",
)
def no_h_prev(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = 1 - np.tanh(z[i]) ** 2
    return g


@misconception(
    student="Your weight multiplies the state after the step: "
    "check which state it meets in the sum that makes the pre-activation.",
    staff="tanh(z[j]), the new state, instead of h_prev[j].",
)
def new_state(z, h_prev, i, j):
    h = np.tanh(z)
    g = np.zeros(len(z))
    g[i] = (1 - h[i] ** 2) * h[j]
    return g


@misconception(
    student="Your answer does not depend on the old state: "
    "what your weight multiplies is a pre-activation.",
    staff="z[j] instead of h_prev[j].",
)
def z_for_h_prev(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * z[j]
    return g


@misconception(
    student="Your function takes the old state for the pre-activation and the other way round: "
    "check the order of the arguments.",
    staff="z and h_prev exchanged.",
)
def arguments_exchanged(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(h_prev[i]) ** 2) * z[j]
    return g
