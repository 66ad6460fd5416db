"""The right numbers for another weight, or in another place."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your vector is right for the weight in row j and column i: "
    "check which unit the weight feeds.",
    staff="i and j exchanged everywhere: the gradient by W_hh[j, i].",
)
def ij_swapped(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[j] = (1 - np.tanh(z[j]) ** 2) * h_prev[i]
    return g


@misconception(
    student="Your answer belongs to the neighbouring weight: recall where NumPy starts to count.",
    staff="Indices taken as 1-based.",
)
def one_based(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i - 1] = (1 - np.tanh(z[i - 1]) ** 2) * h_prev[j - 1]
    return g


@misconception(
    student="Your number is right and stands in the wrong place: ask which unit the weight feeds.",
    staff="The right value in entry j instead of entry i.",
)
def placed_at_j(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[j] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your answer does not depend on i and j: a single weight is asked for.",
    staff="The elementwise product of tanh'(z) and h_prev; the indices are unused.",
)
def elementwise(z, h_prev, i, j):
    return (1 - np.tanh(z) ** 2) * h_prev


@misconception(
    student="All your entries differ from zero: count the units that one weight reaches in a step.",
    staff="tanh'(z) * h_prev[j]: the Kronecker delta is forgotten.",
)
def every_unit(z, h_prev, i, j):
    return (1 - np.tanh(z) ** 2) * h_prev[j]


@misconception(
    student="Your entries belong to all the weights of one row: a single weight is asked for, "
    "and every unit.",
    staff="tanh'(z[i]) * h_prev: the derivative of h[i] by row i of W_hh.",
)
def row_of_weights(z, h_prev, i, j):
    return (1 - np.tanh(z[i]) ** 2) * h_prev


@misconception(
    student="All your entries are the same: count the units that one weight reaches in a step.",
    staff="Fills the whole vector with the value of entry i.",
)
def filled(z, h_prev, i, j):
    return np.full(len(z), (1 - np.tanh(z[i]) ** 2) * h_prev[j])
