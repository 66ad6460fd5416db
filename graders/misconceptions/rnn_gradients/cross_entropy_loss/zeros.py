"""What becomes of a probability that is exactly zero."""

import math

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your loss is not a number when a wrong class has probability zero: "
    "ask which classes should take part at all.",
    staff="The literal sum: a wrong class at 0 contributes 0 * (-inf) = nan.",
)
def literal_dot(y, p):
    return -np.dot(y, np.log(p))


@same_as(literal_dot)
def literal_sum(y, p):
    return np.sum(y * -np.log(p))


@misconception(
    student="Your loss is zero for the worst prediction of all: "
    "think about the limit of the loss as the true class becomes impossible.",
    staff="0 instead of inf for p[c] = 0: a guard against log(0), a mask p > 0, or an error of "
    "math.log(0) that is swallowed.",
)
def inf_to_zero(y, p):
    c = np.argmax(y)
    if p[c] == 0:
        return 0.0
    return -np.log(p[c])


@same_as(inf_to_zero)
def error_to_zero(y, p):
    try:
        return -math.log(p[np.argmax(y)])
    except ValueError:
        return 0.0


@same_as(inf_to_zero)
def masked_by_p(y, p):
    possible = p > 0
    return -np.sum(y[possible] * np.log(p[possible]))


@misconception(
    student="Your function raises an error when the true class has probability zero: "
    "the loss has a value there.",
    staff="ValueError for p[c] = 0, as from math.log(0), where the loss should be inf.",
)
def math_log_of_zero(y, p):
    return -math.log(p[np.argmax(y)])


@misconception(
    student="Your function raises an error when any class has probability zero: "
    "ask which classes should take part, and what the loss is if one of them has none.",
    staff="ValueError for any zero in p, as from math.log(0) in the literal sum.",
)
def math_log_of_any_zero(y, p):
    loss = 0.0
    for c in range(len(y)):
        loss -= y[c] * math.log(p[c])
    return loss


@misconception(
    student="Your loss is finite when the true class is impossible: "
    "replacing awkward values hides what the formula says there.",
    staff="The largest float, 1.8e308, instead of inf, as from np.nan_to_num.",
)
def nan_to_num(y, p):
    c = np.argmax(y)
    return np.nan_to_num(-np.log(p[c]))


@same_as(nan_to_num)
def nan_to_num_of_the_terms(y, p):
    return -np.sum(np.nan_to_num(y * np.log(p)))


@misconception(
    student="Your function replaces the zeros in the array p of its caller: "
    "use what you are given as it is.",
    staff="Sets zeros of p to 1e-12 in place, which bounds the loss at 27.6 and needs an array "
    "that may be written.",
)
def replaces_zeros_in_place(y, p):
    p[p == 0] = 1e-12
    return -np.sum(y * np.log(p))
