"""Something else than a vector of d entries."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You return a number: the derivative of a vector by a number is a vector.",
    staff="The source document's own answer: entry i alone instead of the vector.",
)
def scalar(z, h_prev, i, j):
    return (1 - np.tanh(z[i]) ** 2) * h_prev[j]


@misconception(
    student="You return a column, which is a matrix: compare with the shape that is stated.",
    staff="Returns shape (d, 1) where (d,) is asked.",
)
def column_vector(z, h_prev, i, j):
    g = np.zeros((len(z), 1))
    g[i, 0] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="You return a row, which is a matrix: compare with the shape that is stated.",
    staff="Returns shape (1, d) where (d,) is asked, as from np.matrix.",
)
def row_matrix(z, h_prev, i, j):
    g = np.matrix(np.zeros(len(z)))
    g[0, i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="You return a matrix: a single weight is asked for, and all units that it reaches.",
    staff="The outer product tanh'(z) h_prev^T, that is, entry i for every weight.",
)
def whole_matrix(z, h_prev, i, j):
    return np.outer(1 - np.tanh(z) ** 2, h_prev)


@misconception(
    student="You return a matrix with one entry in the place of the weight: "
    "what is asked for is one number for each unit.",
    staff="Shape (d, d), zero but for [i, j]: the gradient of h[i] by the whole of W_hh.",
)
def matrix_with_one_entry(z, h_prev, i, j):
    G = np.zeros((len(z), len(z)))
    G[i, j] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return G


@misconception(
    student="Your vector always has the same length: try another number of units.",
    staff="Hard-codes d = 2.",
)
def two_units(z, h_prev, i, j):
    g = np.zeros(2)
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="You return the place and the number: put the number in its place.",
    staff="Returns the pair (i, value) instead of the vector.",
)
def index_and_value(z, h_prev, i, j):
    return i, (1 - np.tanh(z[i]) ** 2) * h_prev[j]
