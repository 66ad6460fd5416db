"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your loss shrinks when classes are added, and is off for small probabilities: "
    "compare each part of your formula with the definition.",
    staff="Two mistakes: np.mean for np.sum, and 1e-12 inside the logarithm.",
)
def mean_and_eps(y, p):
    return -np.mean(y * np.log(p + 1e-12))


@misconception(
    student="Your loss shrinks when classes are added, and is not a number when a wrong class has "
    "probability zero: two things to look at.",
    staff="Two mistakes: divided by the number of classes, and 0 * (-inf) = nan in the literal "
    "mean.",
)
def literal_mean(y, p):
    return -np.mean(y * np.log(p))


@misconception(
    student="Your loss is never positive and off by a constant factor: check sign and base.",
    staff="Two mistakes: the minus sign is forgotten, and the logarithm is to base 10.",
)
def no_minus_log10(y, p):
    return np.log10(p[np.argmax(y)])


@misconception(
    student="Your loss is never positive, and not a number when a wrong class has probability "
    "zero: two things to look at.",
    staff="Two mistakes: the minus sign is forgotten, and 0 * (-inf) = nan in the literal sum.",
)
def no_minus_literal(y, p):
    return np.sum(y * np.log(p))


@misconception(
    student="You return one number per class, and one whose probability is zero makes it no "
    "number at all: two things to look at.",
    staff="Two mistakes: not summed, and 0 * (-inf) = nan in the literal terms.",
)
def literal_vector(y, p):
    return -y * np.log(p)
