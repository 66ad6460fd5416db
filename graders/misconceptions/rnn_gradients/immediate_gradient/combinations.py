"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your vector points at the other unit, and its derivative of tanh can exceed one: "
    "two things to look at.",
    staff="Two mistakes: i and j exchanged, and the square of tanh' forgotten.",
)
def ij_swapped_no_square(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[j] = (1 - np.tanh(z[j])) * h_prev[i]
    return g


@misconception(
    student="All your entries differ from zero, and each is at most a quarter of the old state: "
    "look at the indices, then at which activation function the network has.",
    staff="Two mistakes: the Kronecker delta forgotten, and the logistic derivative.",
)
def every_unit_sigmoid(z, h_prev, i, j):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s) * h_prev[j]


@misconception(
    student="All your entries differ from zero, and your derivative of tanh can exceed one: "
    "two things to look at.",
    staff="Two mistakes: the Kronecker delta forgotten, and the square of tanh' forgotten.",
)
def every_unit_no_square(z, h_prev, i, j):
    return (1 - np.tanh(z)) * h_prev[j]


@misconception(
    student="You return a number, and it belongs to the weight in row j and column i: "
    "two things to look at.",
    staff="Two mistakes: a scalar for the vector, and i and j exchanged.",
)
def scalar_ij_swapped(z, h_prev, i, j):
    return (1 - np.tanh(z[j]) ** 2) * h_prev[i]


@misconception(
    student="You return a number, and its derivative of tanh can exceed one: "
    "two things to look at.",
    staff="Two mistakes: a scalar for the vector, and the square of tanh' forgotten.",
)
def scalar_no_square(z, h_prev, i, j):
    return (1 - np.tanh(z[i])) * h_prev[j]


@misconception(
    student="Your derivative of tanh is taken at one unit and the old state at the other, each at "
    "the wrong one: write out the sum that makes the pre-activation.",
    staff="Two mistakes: tanh'(z[j]) h_prev[i], in the right entry i.",
)
def exchanged_in_place(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[j]) ** 2) * h_prev[i]
    return g
