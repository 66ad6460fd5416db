"""Something else is bounded, or the two bounds are mixed up."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your tight bound is too small: you compute the quantity that is to be bounded.",
    staff="The norm of the product itself instead of the product of the norms.",
)
def actual_norm(W_hh, zs):
    P = np.eye(len(W_hh))
    for z in zs:
        P = np.diag(1 - np.tanh(z) ** 2) @ W_hh @ P
    return np.linalg.norm(P, 2), np.linalg.norm(W_hh, 2) ** len(zs)


@misconception(
    student="Your tight bound is tighter than the one asked for: "
    "each step contributes two norms, not one.",
    staff="The product of the norms of the step Jacobians: true as a bound, but not the one asked.",
)
def norms_of_jacobians(W_hh, zs):
    steps = [np.linalg.norm(np.diag(1 - np.tanh(z) ** 2) @ W_hh, 2) for z in zs]
    return np.prod(steps), np.linalg.norm(W_hh, 2) ** len(zs)


@misconception(
    student="Your loose bound can be too small: "
    "the norm of a product is not the product of the norms.",
    staff="The norm of W_hh to the power n as a matrix, for the loose bound.",
)
def norm_of_power(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    power = np.linalg.matrix_power(W_hh, len(zs))
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), np.linalg.norm(power, 2)


@misconception(
    student="Your two bounds are always the same: the first may use what zs says.",
    staff="The loose bound twice: tanh' is bounded by 1 in both.",
)
def both_loose(W_hh, zs):
    loose = np.linalg.norm(W_hh, 2) ** len(zs)
    return loose, loose


@misconception(
    student="Your bounds are negative where they should be small: "
    "an operation is missing at the end.",
    staff="Returns the logarithms of the bounds.",
)
def logarithms(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return sum(np.log((1 - np.tanh(z) ** 2).max() * s) for z in zs), len(zs) * np.log(s)


@misconception(
    student="Your first number is never below your second: compare with the order asked for.",
    staff="Returns (loose, tight).",
)
def swapped(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return s ** len(zs), np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])


@misconception(
    student="You return the tight bound alone: two numbers are asked for.",
    staff="Returns the tight bound alone.",
)
def tight_only(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])
