"""The slope of tanh is another function, is taken elsewhere, or is missing."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your Jacobian does not depend on z: a factor of the chain rule is missing.",
    staff="W_hh alone: the Jacobian of a linear network.",
)
def no_derivative(W_hh, z):
    return W_hh.copy()


@misconception(
    student="Your derivative of tanh exceeds one where z is negative: "
    "work out the derivative of tanh on paper again.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, z):
    return np.diag(1 - np.tanh(z)) @ W_hh


@misconception(
    student="Your rows change their signs with z: the derivative of tanh does not.",
    staff="tanh instead of its derivative.",
)
def tanh_not_deriv(W_hh, z):
    return np.diag(np.tanh(z)) @ W_hh


@misconception(
    student="Your derivative of tanh is never below one: "
    "work out the derivative of tanh again, and mind the signs.",
    staff="1 + tanh**2: a sign in tanh'.",
)
def plus_square(W_hh, z):
    return np.diag(1 + np.tanh(z) ** 2) @ W_hh


@misconception(
    student="All the signs of your Jacobian are turned round: tanh grows everywhere.",
    staff="The negative of J, for instance from tanh**2 - 1.",
)
def sign_flipped(W_hh, z):
    return np.diag(np.tanh(z) ** 2 - 1) @ W_hh


@misconception(
    student="Your derivative of tanh has a square in the wrong place: "
    "read your formula from the inside out.",
    staff="1 - tanh(z**2): z is squared, not tanh(z).",
)
def square_inside(W_hh, z):
    return np.diag(1 - np.tanh(z**2)) @ W_hh


@misconception(
    student="Your rows are too large wherever a unit saturates: "
    "work out the derivative of tanh on paper again.",
    staff="1 / cosh(z), the square root of tanh'.",
)
def sech_not_squared(W_hh, z):
    return W_hh / np.cosh(z)[:, None]


@misconception(
    student="Your rows are too small wherever a unit saturates: "
    "count how often the derivative enters.",
    staff="The derivative is applied twice: tanh' squared.",
)
def off_by_square(W_hh, z):
    return np.diag((1 - np.tanh(z) ** 2) ** 2) @ W_hh


@misconception(
    student="Your rows grow where a unit saturates, although tanh is flat there: "
    "check what you do with the derivative.",
    staff="Divides by tanh' instead of multiplying, or cosh**2 for its reciprocal.",
)
def divides(W_hh, z):
    return W_hh / (1 - np.tanh(z) ** 2)[:, None]


@misconception(
    student="Your Jacobian is at most a quarter of W_hh: "
    "check which activation function the network has.",
    staff="The logistic derivative: sigma read as the sigmoid.",
)
def sigmoid_deriv(W_hh, z):
    s = 1 / (1 + np.exp(-z))
    return np.diag(s * (1 - s)) @ W_hh


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether z is a state or a pre-activation.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(W_hh, z):
    return np.diag(1 - z**2) @ W_hh


@misconception(
    student="Your derivative of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, z):
    h = np.tanh(z)
    return np.diag(1 - np.tanh(h) ** 2) @ W_hh


@misconception(
    student="You multiply by W_hh on the way to the derivative: check what z already contains.",
    staff="tanh'(W_hh z) instead of tanh'(z): takes z for the old state.",
)
def applies_W_again(W_hh, z):
    return np.diag(1 - np.tanh(W_hh @ z) ** 2) @ W_hh


@misconception(
    student="All your rows are scaled by the same number, the largest derivative: "
    "each unit has a derivative of its own.",
    staff="The largest tanh' scales the whole matrix, as in the norm bound.",
)
def max_derivative(W_hh, z):
    return (1 - np.tanh(z) ** 2).max() * W_hh


@misconception(
    student="All your rows are scaled by the same number, an average: "
    "each unit has a derivative of its own.",
    staff="The mean tanh' scales the whole matrix.",
)
def mean_derivative(W_hh, z):
    return np.mean(1 - np.tanh(z) ** 2) * W_hh
