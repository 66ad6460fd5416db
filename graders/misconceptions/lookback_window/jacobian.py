"""Jacobians of one step, wrong and right."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="You scale the columns of the weights: look again at which index of J the slope "
    "belongs to.",
    staff="W_hh diag(f'(z)): the diagonal on the wrong side.",
)
def W_diag(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return W_hh @ np.diag(s)


@misconception(
    student="Rows and columns of your Jacobian are exchanged: say again which state moved, "
    "and which was nudged.",
    staff="The transpose of J.",
)
def transposed(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return (np.diag(s) @ W_hh).T


@misconception(
    student="The right slopes scale the right rows, but of another matrix: you have turned "
    "the weights round.",
    staff="diag(f'(z)) W_hh^T.",
)
def D_Wt(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return np.diag(s) @ W_hh.T


@misconception(
    student="You get the same Jacobian whichever activation is asked for: it is that of tanh.",
    staff="The argument activation is ignored: tanh always.",
)
def always_tanh(W_hh, z, activation="tanh"):
    return np.diag(1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="You get the same Jacobian whichever activation is asked for: it is that of the "
    "logistic function.",
    staff="The argument activation is ignored: the logistic function always.",
)
def always_sigmoid(W_hh, z, activation="tanh"):
    s = 1 / (1 + np.exp(-z))
    return np.diag(s * (1 - s)) @ W_hh


@misconception(
    student="Each activation gets the Jacobian of the other one.",
    staff="The two branches are exchanged.",
)
def swapped(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "sigmoid" else 1 / (4 * np.cosh(z / 2) ** 2)
    return np.diag(s) @ W_hh


@misconception(
    student="Your Jacobian does not depend on z: a factor of the chain rule is missing.",
    staff="W_hh alone.",
)
def no_derivative(W_hh, z, activation="tanh"):
    return W_hh.copy()


@misconception(
    student="You scale all rows alike, as the bound does: the Jacobian itself knows where "
    "each unit is.",
    staff="gamma W_hh: the steepest slope for all rows.",
)
def gamma_W(W_hh, z, activation="tanh"):
    return W_hh * (1.0 if activation == "tanh" else 0.25)


@misconception(
    student="You scale the rows with values of the activation, not with its slopes.",
    staff="diag(f(z)) W_hh.",
)
def activation_itself(W_hh, z, activation="tanh"):
    return np.diag(np.tanh(z) if activation == "tanh" else 1 / (1 + np.exp(-z))) @ W_hh


@misconception(
    student="You take the slopes in the wrong place: what you give to the derivative has been "
    "through the activation already.",
    staff="f' at h = f(z), not at z.",
)
def derivative_at_h(W_hh, z, activation="tanh"):
    h = np.tanh(z) if activation == "tanh" else 1 / (1 + np.exp(-z))
    s = 1 - np.tanh(h) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(h / 2) ** 2)
    return np.diag(s) @ W_hh


@misconception(
    student="Your slopes of the logistic function grow with z without limit: the product "
    "formula is given the wrong quantity.",
    staff="z (1 - z) for the logistic function.",
)
def sigmoid_of_z(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else z * (1 - z)
    return np.diag(s) @ W_hh


@misconception(
    student="A slope too many: both the rows and the columns are scaled.",
    staff="diag(f'(z)) W_hh diag(f'(z)).",
)
def both_sides(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return np.diag(s) @ W_hh @ np.diag(s)


@misconception(
    student="You multiply the weights with the vector of slopes, which leaves a vector: a "
    "matrix is asked for.",
    staff="W_hh f'(z).",
)
def vector(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return W_hh @ s


@misconception(
    student="You write your results into the weights themselves, which belong to whoever "
    "called you.",
    staff="W_hh *= in place.",
)
def in_place(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    W_hh *= s[:, None]
    return W_hh


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    print(np.diag(s) @ W_hh)


@variant("A column of slopes scales the rows.")
def broadcast(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return s[:, None] * W_hh


@variant("The sum convention without a sum.")
def einsum(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return np.einsum("i,ij->ij", s, W_hh)


@variant("For np.matrix * is the matrix product.")
def matrix(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return np.matrix(np.diag(s)) * np.matrix(W_hh)


@variant("A list of rows, one at a time.")
def by_rows(W_hh, z, activation="tanh"):
    s = 1 - np.tanh(z) ** 2 if activation == "tanh" else 1 / (4 * np.cosh(z / 2) ** 2)
    return [slope * row for slope, row in zip(s, W_hh, strict=True)]


@variant("A measurement agrees to nine digits.")
def central_difference(W_hh, z, activation="tanh"):
    def f(v):
        return np.tanh(v) if activation == "tanh" else 1 / (1 + np.exp(-v))

    columns = [(f(z + 1e-6 * w) - f(z - 1e-6 * w)) / 2e-6 for w in W_hh.T]
    return np.stack(columns, axis=1)
