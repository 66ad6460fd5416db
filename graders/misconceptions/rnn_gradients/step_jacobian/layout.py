"""The right factors, put together or laid out in another way."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your Jacobian equals W_hh with its columns scaled: "
    "look again at which index of J the derivative belongs to.",
    staff="W_hh diag(tanh'(z)): "
    "the diagonal on the wrong side, or a vector that broadcasting lays along the columns.",
)
def W_diag(W_hh, z):
    return W_hh @ np.diag(1 - np.tanh(z) ** 2)


@same_as(W_diag)
def broadcast_columns(W_hh, z):
    return (1 - np.tanh(z) ** 2) * W_hh


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout of J.",
    staff="The transpose of J (denominator layout).",
)
def transposed(W_hh, z):
    return W_hh.T @ np.diag(1 - np.tanh(z) ** 2)


@misconception(
    student="The derivatives scale the right rows, but those of another matrix: "
    "check whether W_hh is used as it is.",
    staff="diag(tanh'(z)) times the transpose of W_hh.",
)
def D_Wt(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2) @ W_hh.T


@misconception(
    student="Your Jacobian is zero off its diagonal: "
    "check which product you take, or which entries you fill.",
    staff="Only the diagonal of J survives, for instance by * instead of @ between two matrices.",
)
def hadamard(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2) * W_hh


@misconception(
    student="Your Jacobian is diagonal, whatever the network: "
    "a factor of the chain rule is missing.",
    staff="W_hh is forgotten: the derivative by the pre-activation.",
)
def no_W(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2)


@misconception(
    student="The derivatives enter your Jacobian twice: the step applies tanh once.",
    staff="diag(tanh'(z)) on both sides of W_hh.",
)
def both_sides(W_hh, z):
    D = np.diag(1 - np.tanh(z) ** 2)
    return D @ W_hh @ D


@misconception(
    student="Your Jacobian has an extra term on its diagonal: look at the recurrence once more.",
    staff="I + diag(tanh'(z)) W_hh: the Jacobian of a residual step.",
)
def residual(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="The vector tanh'(z) times W_hh, that is, the column sums of J.",
)
def vector(W_hh, z):
    return (1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="You return a vector: think of one entry for each pair of a new unit and an old one.",
    staff="W_hh times the vector tanh'(z), for instance by np.dot.",
)
def W_times_vector(W_hh, z):
    return np.dot(W_hh, 1 - np.tanh(z) ** 2)


@misconception(
    student="For one unit your Jacobian is no matrix any more: "
    "compare its shape with the docstring.",
    staff="A number instead of shape (1, 1) for d = 1, for instance by np.squeeze.",
)
def squeezed(W_hh, z):
    return np.squeeze(np.diag(1 - np.tanh(z) ** 2) @ W_hh)
