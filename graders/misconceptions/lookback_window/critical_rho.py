"""Critical norms, wrong and right."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="You give both activations the same critical norm: one is much flatter than the other.",
    staff="1 for both.",
)
def both_one(activation):
    return 1.0


@misconception(
    student="You give tanh the critical norm of the other activation.",
    staff="4 for both.",
)
def both_four(activation):
    return 4.0


@misconception(
    student="Your number for the logistic function belongs to its value in the middle, not to "
    "its slope there.",
    staff="2 for the logistic function: 1 / sigma(0).",
)
def two(activation):
    return {"tanh": 1.0, "sigmoid": 2.0}[activation]


@misconception(
    student="You return the steepest slope itself, not what it is to be multiplied with.",
    staff="gamma, not 1 / gamma.",
)
def gamma(activation):
    return {"tanh": 1.0, "sigmoid": 0.25}[activation]


@misconception(
    student="Each activation gets the number of the other one.",
    staff="The two are exchanged.",
)
def swapped(activation):
    return {"tanh": 4.0, "sigmoid": 1.0}[activation]


@misconception(
    student="A factor of yours appears twice.",
    staff="1 / gamma**2.",
)
def squared(activation):
    return {"tanh": 1.0, "sigmoid": 16.0}[activation]


@misconception(
    student="You say that no norm is too large: think of the bound after many steps.",
    staff="inf: rho is thought not to matter.",
)
def always_infinite(activation):
    return math.inf


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(activation):
    print({"tanh": 1.0, "sigmoid": 4.0}[activation])


@variant("One if is enough.")
def if_else(activation):
    return 1 if activation == "tanh" else 4


@variant("One through the steepest slope.")
def divided(activation):
    return 1 / np.float64({"tanh": 1.0, "sigmoid": 0.25}[activation])


@variant("An array without dimensions is a number.")
def array_of_one(activation):
    return np.array(1.0 if activation == "tanh" else 4.0)
