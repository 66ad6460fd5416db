"""Steepest slopes, wrong and right."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your number for the logistic function is its value in the middle, not its slope "
    "there.",
    staff="1/2 = sigma(0) for the logistic function.",
)
def half(activation):
    return {"tanh": 1.0, "sigmoid": 0.5}[activation]


@misconception(
    student="You give tanh the slope of the other activation.",
    staff="1/4 for both.",
)
def both_quarter(activation):
    return 0.25


@misconception(
    student="You give the logistic function the slope of tanh: it is much flatter. Draw both.",
    staff="1 for both: document 000 stops at gamma <= 1.",
)
def both_one(activation):
    return 1.0


@misconception(
    student="Each activation gets the number of the other one.",
    staff="The two are exchanged.",
)
def swapped(activation):
    return {"tanh": 0.25, "sigmoid": 1.0}[activation]


@misconception(
    student="You take the slopes at one point, and not where they are largest.",
    staff="f'(1).",
)
def at_one(activation):
    return {"tanh": 1 - math.tanh(1.0) ** 2, "sigmoid": math.exp(-1.0) / (1 + math.exp(-1.0)) ** 2}[
        activation
    ]


@misconception(
    student="You return the number that the slope is to be multiplied with to give one.",
    staff="1 / gamma: the critical rho.",
)
def inverse(activation):
    return {"tanh": 1.0, "sigmoid": 4.0}[activation]


@misconception(
    student="You return what the slopes come down to far out: the other end is asked for.",
    staff="0, the infimum of f'.",
)
def infimum(activation):
    return 0.0


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(activation):
    print({"tanh": 1.0, "sigmoid": 0.25}[activation])


@variant("The largest slope on a grid that holds 0.")
def on_a_grid(activation):
    z = np.linspace(-5, 5, 1001)
    z[500] = 0.0
    s = 1 / (1 + np.exp(-z))
    return np.max(1 - np.tanh(z) ** 2 if activation == "tanh" else s * (1 - s))


@variant("One if is enough.")
def if_else(activation):
    return 1 if activation == "tanh" else 1 / 4


@variant("An array with one entry is a number.")
def array_of_one(activation):
    return np.array([1.0 if activation == "tanh" else 0.25])
