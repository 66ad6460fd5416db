"""Right answers in another form."""

import numpy as np

from graders.misconceptions import variant


@variant("Scaling the columns of the transpose scales the rows.")
def broadcast_T(W_hh, z):
    return ((1 - np.tanh(z) ** 2) * W_hh.T).T


@variant("Entry [i, j] is tanh'(z[i]) times W_hh[i, j].")
def einsum(W_hh, z):
    return np.einsum("i,ij->ij", 1 - np.tanh(z) ** 2, W_hh)


@variant("Between two np.matrix, * is the matrix product; the result is a (d, d) matrix.")
def np_matrix(W_hh, z):
    return np.matrix(np.diag(1 - np.tanh(z) ** 2)) * np.matrix(W_hh)


@variant("A matrix whose columns are all tanh'(z) scales the rows, entry by entry.")
def outer_with_ones(W_hh, z):
    return W_hh * np.outer(1 - np.tanh(z) ** 2, np.ones(len(z)))


@variant("tanh' is one over cosh squared, and 0 where cosh overflows.")
def sech2(W_hh, z):
    return W_hh / np.cosh(z)[:, None] ** 2


@variant("tanh' is one over (1 + sinh squared), and 0 where sinh overflows.")
def sinh_form(W_hh, z):
    return np.diag(1 / (1 + np.sinh(z) ** 2)) @ W_hh


@variant("One minus a square is a product of two factors.")
def product_form(W_hh, z):
    t = np.tanh(z)
    return ((1 - t) * (1 + t))[:, None] * W_hh


@variant("With the logistic s at 2z, tanh' is 4 s (1 - s).")
def logistic_identity(W_hh, z):
    s = 1 / (1 + np.exp(-2 * z))
    return np.diag(4 * s * (1 - s)).dot(W_hh)


@variant("The derivative is written with the new state, which is tanh(z).")
def through_the_state(W_hh, z):
    h = np.tanh(z).reshape(-1, 1)
    return W_hh - h**2 * W_hh


@variant("A complex step along each column differentiates without rounding error.")
def complex_step(W_hh, z):
    columns = [np.tanh(z + 1e-20j * W_hh[:, c]).imag / 1e-20 for c in range(len(z))]
    return np.stack(columns, axis=1)


@variant("A central difference of the step cannot be told from the formula.")
def central_difference(W_hh, z):
    step = 1e-6
    J = np.empty(W_hh.shape)
    for c in range(len(z)):
        up = np.tanh(z + step * W_hh[:, c])
        down = np.tanh(z - step * W_hh[:, c])
        J[:, c] = (up - down) / (2 * step)
    return J


@variant("The order in memory is no part of the answer.")
def fortran_order(W_hh, z):
    return np.asfortranarray(np.diag(1 - np.tanh(z) ** 2) @ W_hh)


@variant("Extended precision is a real dtype.")
def longdouble(W_hh, z):
    return (1 - np.tanh(z.astype(np.longdouble)) ** 2)[:, None] * W_hh


@variant("Single precision is within the tolerance of one step.")
def float32(W_hh, z):
    t = np.tanh(z.astype(np.float32))
    return (1 - t * t)[:, None] * W_hh.astype(np.float32)


@variant("A loop over rows and columns.")
def loops(W_hh, z):
    d = len(z)
    J = np.zeros((d, d))
    for r in range(d):
        for c in range(d):
            J[r, c] = (1 - np.tanh(z[r]) ** 2) * W_hh[r, c]
    return J


@variant("Nested lists have the right shape.")
def nested_lists(W_hh, z):
    D = 1 - np.tanh(z) ** 2
    d = len(z)
    return [[float(D[r] * W_hh[r, c]) for c in range(d)] for r in range(d)]
