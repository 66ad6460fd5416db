"""Something else is bounded, or the two bounds are mixed up."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your tight bound is too small: you compute the quantity that is to be bounded.",
    staff="The norm of the Jacobian itself instead of the product of two norms.",
)
def actual_norm(W_hh, z):
    J = np.diag(1 - np.tanh(z) ** 2) @ W_hh
    return np.linalg.norm(J, 2), np.linalg.norm(W_hh, 2)


@misconception(
    student="Your tight bound is the norm of one matrix: a product of two norms is asked for.",
    staff="The norm of W diag(tanh'(z)): neither the bound nor the norm of J.",
)
def columns_norm(W_hh, z):
    return np.linalg.norm(W_hh * (1 - np.tanh(z) ** 2), 2), np.linalg.norm(W_hh, 2)


@misconception(
    student="Your tight bound does not depend on W_hh: ask which factors a step has.",
    staff="max tanh'(z) alone for the tight bound.",
)
def tight_without_W(W_hh, z):
    return (1 - np.tanh(z) ** 2).max(), np.linalg.norm(W_hh, 2)


@misconception(
    student="Your loose bound does not depend on W_hh: ask which factors a step has.",
    staff="1 for the loose bound: the bound of tanh' alone.",
)
def loose_is_1(W_hh, z):
    return (1 - np.tanh(z) ** 2).max() * np.linalg.norm(W_hh, 2), 1.0


@misconception(
    student="Your loose bound grows fourfold when W_hh is doubled: count how often W_hh acts.",
    staff="The square of the norm for the loose bound.",
)
def loose_squared(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2).max() * s, s * s


@misconception(
    student="Your two bounds are always the same: the first may use what z says.",
    staff="The loose bound twice: tanh' is bounded by 1 in both.",
)
def both_loose(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return s, s


@misconception(
    student="Your two bounds are always the same: the second should hold for every z.",
    staff="The tight bound twice.",
)
def both_tight(W_hh, z):
    tight = (1 - np.tanh(z) ** 2).max() * np.linalg.norm(W_hh, 2)
    return tight, tight


@misconception(
    student="Your first number is never below your second: compare with the order asked for.",
    staff="Returns (loose, tight).",
)
def swapped(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return s, (1 - np.tanh(z) ** 2).max() * s


@misconception(
    student="You return the tight bound alone: two numbers are asked for.",
    staff="Returns the tight bound alone.",
)
def tight_only(W_hh, z):
    return (1 - np.tanh(z) ** 2).max() * np.linalg.norm(W_hh, 2)


@misconception(
    student="You return the loose bound alone: two numbers are asked for.",
    staff="Returns the loose bound alone.",
)
def loose_only(W_hh, z):
    return np.linalg.norm(W_hh, 2)
