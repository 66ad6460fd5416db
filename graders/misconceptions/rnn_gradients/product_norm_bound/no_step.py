"""Right as soon as there is a step."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your bounds for no step at all say that the gradient is lost: "
    "find the matrix that is the product of no factors.",
    staff="(0, 0) instead of (1, 1) for n = 0.",
)
def empty_zero(W_hh, zs):
    if len(zs) == 0:
        return 0.0, 0.0
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your function raises an error for no step at all: ask what a product starts from.",
    staff="TypeError for n = 0, for instance by reduce without a start.",
)
def no_start(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    factors = [(1 - np.tanh(z) ** 2).max() * s for z in zs]
    return reduce(lambda a, b: a * b, factors), s ** len(zs)


@misconception(
    student="Your function looks for a first step where there is none: this case has an answer.",
    staff="IndexError for n = 0, for instance by a product that starts with the bound of zs[0].",
)
def starts_with_first_step(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight = (1 - np.tanh(zs[0]) ** 2).max() * s
    for z in zs[1:]:
        tight *= (1 - np.tanh(z) ** 2).max() * s
    return tight, s ** len(zs)


@misconception(
    student="Your function refuses a network of no step: this case has an answer.",
    staff="ValueError for n = 0, raised on purpose or by a maximum of nothing.",
)
def refuses_no_step(W_hh, zs):
    if zs.size == 0:
        raise ValueError("zs is empty")
    s = np.linalg.norm(W_hh, 2)
    return np.prod((1 - np.tanh(zs) ** 2).max(axis=1) * s), s ** len(zs)
