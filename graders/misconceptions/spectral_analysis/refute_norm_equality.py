"""Answers to `refute_norm_equality(d)`: W_hh and delta with ‖D W‖ far below ‖D‖ ‖W‖."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your weights stretch every direction alike, so whatever the derivatives keep is kept: "
    "let them stretch one direction more than others.",
    staff="The identity: ‖D I‖ = ‖D‖.",
)
def identity(d):
    return np.eye(d), np.append(np.full(d - 1, 0.1), 1.0)


@misconception(
    student="Your derivatives shrink every unit alike, so they can be taken out of the product: "
    "let them differ.",
    staff="delta constant: D = cI, and the norms do multiply.",
)
def equal_derivatives(d):
    return np.diag(np.arange(1.0, d + 1)), np.full(d, 0.1)


@misconception(
    student="Your weights stretch most where your derivatives shrink least: "
    "there the claim is true.",
    staff="Aligned: the largest entries of W and D meet, which gives equality.",
)
def aligned(d):
    weights = np.append(np.full(d - 1, 0.1), 1.0)
    return np.diag(weights), weights


@misconception(
    student="Your example shows a difference, but not a large one: make the extremes differ more.",
    staff="The idea is right; the share is just above 0.5.",
)
def margin_missed(d):
    weights, delta = np.full(d, 0.52), np.full(d, 0.52)
    weights[1] = delta[0] = 1.0
    return np.diag(weights), delta


@misconception(
    student="Your derivatives are larger than any that tanh can have.",
    staff="delta above 1.",
)
def derivatives_above_1(d):
    weights, delta = np.full(d, 0.1), np.full(d, 0.1)
    weights[1], delta[0] = 1.0, 10.0
    return np.diag(weights), delta


@misconception(
    student="One of your derivatives is zero: that of tanh never is.",
    staff="delta has a 0.",
)
def derivative_zero(d):
    delta = np.ones(d)
    delta[0] = 0.0
    return np.diag(np.eye(d)[0]), delta


@misconception(
    student="Your example has two units, whatever is asked for.",
    staff="Two units for every d.",
)
def two_units(d):
    return np.diag([0.1, 1.0]), np.array([1.0, 0.1])


@misconception(
    student="Your weights are zero, and so are both sides of the claim: it holds.",
    staff="W = 0.",
)
def zero_weights(d):
    return np.zeros((d, d)), np.linspace(0.1, 1.0, d)


@misconception(
    student="Both sides of the claim are almost zero: take an example of moderate size.",
    staff="‖D‖ ‖W‖ below 1e-3.",
)
def tiny(d):
    weights, delta = np.full(d, 1e-8), np.full(d, 0.1)
    weights[1], delta[0] = 1e-4, 1.0
    return np.diag(weights), delta


@misconception(
    student="Your weights are huge: take an example of moderate size.",
    staff="Entries above 1e6.",
)
def huge(d):
    weights, delta = np.full(d, 1.0), np.full(d, 0.1)
    weights[1], delta[0] = 1e7, 1.0
    return np.diag(weights), delta


@misconception(
    student="Your two parts are in the wrong order.",
    staff="(delta, W_hh).",
)
def swapped(d):
    weights, delta = np.full(d, 0.1), np.full(d, 0.1)
    weights[1] = delta[0] = 1.0
    return delta, np.diag(weights)


@misconception(
    student="You return the derivatives as a matrix: their diagonal is asked for.",
    staff="diag(delta) for delta.",
)
def diagonal_matrix(d):
    weights, delta = np.full(d, 0.1), np.full(d, 0.1)
    weights[1] = delta[0] = 1.0
    return np.diag(weights), np.diag(delta)


@misconception(
    student="Your derivatives shrink one unit, but what the weights stretch is spread over all of "
    "them, and hardly shrinks.",
    staff="W of ones, one small derivative: the share is at least 0.7.",
)
def all_ones(d):
    return np.ones((d, d)), np.append(np.full(d - 1, 1.0), 0.05)


@misconception(
    student="Your function hands nothing back: showing an example is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(d):
    print(np.eye(d), np.ones(d))


@variant("One row of weights, and that one is shrunk.")
def one_row(d):
    W_hh, delta = np.zeros((d, d)), np.ones(d)
    W_hh[-1], delta[-1] = 3.0, 0.3
    return W_hh, delta


@variant("A margin that is just met is met.")
def just_met(d):
    weights, delta = np.full(d, 0.5), np.full(d, 0.5)
    weights[1] = delta[0] = 1.0
    return np.diag(weights), delta


@variant("All rows but one are zero; nested lists and integers are arrays.")
def lists(d):
    W_hh = [[0] * d for _ in range(d)]
    W_hh[0][d - 1] = 7
    return W_hh, [0.01] + [0.9] * (d - 1)


@variant("Derivatives of tanh at states that saturate one unit; weights that are a projection.")
def saturated(d):
    direction = np.append(np.ones(d - 1), 100.0) / np.hypot(100.0, np.sqrt(d - 1))
    z = np.append(np.zeros(d - 1), 4.0)
    return np.outer(direction, direction), 1 - np.tanh(z) ** 2


@variant("A quarter turn before the stretch changes nothing of the argument.")
def turned(d):
    Q = np.linalg.qr(np.random.default_rng(3).normal(size=(d, d)))[0]
    return np.diag(np.append(100.0, np.ones(d - 1))) @ Q, np.append(1e-3, np.ones(d - 1))
