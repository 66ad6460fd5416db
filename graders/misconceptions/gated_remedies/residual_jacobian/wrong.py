"""What students get wrong."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your derivatives scale columns where they should scale rows, or the other way round.",
    staff="I + W_hh diag(tanh'(z)).",
)
def W_diag(W_hh, z):
    return np.eye(len(z)) + W_hh * (1 - np.tanh(z) ** 2)


@misconception(
    student="You add one to every entry: think of the derivative of the old state by itself.",
    staff="1 + diag(tanh'(z)) W_hh: the number 1 for the identity.",
)
def ones(W_hh, z):
    return 1 + (1 - np.tanh(z) ** 2)[:, None] * W_hh


@misconception(
    student="Your Jacobian does not depend on z: a factor of the chain rule is missing.",
    staff="I + W_hh.",
)
def no_slope(W_hh, z):
    return np.eye(len(z)) + W_hh


@misconception(
    student="The new state keeps the old one, too: a term is missing.",
    staff="diag(tanh'(z)) W_hh: the plain network.",
)
def no_skip(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="The slope of tanh should not touch the term that by-passes it.",
    staff="diag(tanh'(z)) (I + W_hh): the skip connection inside tanh.",
)
def skip_inside(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2) @ (np.eye(len(z)) + W_hh)


@misconception(
    student="Your Jacobian does not depend on the weights: a factor of the chain rule is missing.",
    staff="I + diag(tanh'(z)).",
)
def no_weights(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - np.tanh(z) ** 2)


@misconception(
    student="Your Jacobian changes its sign with z: the slope of tanh does not.",
    staff="tanh for tanh'.",
)
def tanh_for_slope(W_hh, z):
    return np.eye(len(z)) + np.diag(np.tanh(z)) @ W_hh


@misconception(
    student="Your slope of tanh exceeds one where z is negative.",
    staff="1 − tanh for tanh'.",
)
def no_square(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - np.tanh(z)) @ W_hh


@misconception(
    student="Your slope of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(tanh(z)).",
)
def slope_twice(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - np.tanh(np.tanh(z)) ** 2) @ W_hh


@misconception(
    student="Your slope turns negative for large pre-activations: check whether z is a state or a "
    "pre-activation.",
    staff="1 − z².",
)
def slope_at_z(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - z**2) @ W_hh


@misconception(
    student="The two paths add up: look at your signs.",
    staff="I − diag(tanh'(z)) W_hh.",
)
def minus(W_hh, z):
    return np.eye(len(z)) - np.diag(1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout.",
    staff="The transpose.",
)
def transposed(W_hh, z):
    return np.eye(len(z)) + W_hh.T * (1 - np.tanh(z) ** 2)


@misconception(
    student="Your Jacobian is zero off its diagonal: check which product you take.",
    staff="* for @ between two matrices.",
)
def diagonal_only(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - np.tanh(z) ** 2) * W_hh


@misconception(
    student="Both paths are taken at half their weight: the sum is what is asked for.",
    staff="(I + J) / 2.",
)
def averaged(W_hh, z):
    return (np.eye(len(z)) + np.diag(1 - np.tanh(z) ** 2) @ W_hh) / 2


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="The row sums.",
)
def vector(W_hh, z):
    return 1 + (1 - np.tanh(z) ** 2) * W_hh.sum(axis=1)


@misconception(
    student="Your function changes the matrix of its caller: work on a copy.",
    staff="W_hh is overwritten; the value is right.",
)
def weights_in_place(W_hh, z):
    W_hh *= (1 - np.tanh(z) ** 2)[:, None]
    W_hh += np.eye(len(z))
    return W_hh
