"""Wrong slopes of tanh, or the wrong number made of them."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your tight bound can be too small to be a bound: find the unit that stretches most.",
    staff="The smallest tanh' of each step instead of the largest.",
)
def min_derivative(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).min() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound can be too small to be a bound: an average bounds nothing.",
    staff="The mean tanh' of each step instead of the largest.",
)
def mean_derivative(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([np.mean(1 - np.tanh(z) ** 2) * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound is too large, at times above the loose one: "
    "a diagonal matrix stretches less than the length of its diagonal.",
    staff="The 2-norm of the vector tanh'(z), or the Frobenius norm of its diagonal matrix, "
    "instead of the largest entry.",
)
def vector_2norm(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([np.linalg.norm(1 - np.tanh(z) ** 2) * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound uses the same derivative at every step: each step has its own.",
    staff="One maximum over all steps, to the power n: a looser bound than asked for.",
)
def global_max(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    if len(zs) == 0:
        return 1.0, 1.0
    return ((1 - np.tanh(zs) ** 2).max() * s) ** len(zs), s ** len(zs)


@misconception(
    student="Your tight bound has one factor per unit: it should have one per step.",
    staff="The maximum over time (axis 0) instead of over the units.",
)
def axis0(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    if len(zs) == 0:
        return 1.0, 1.0
    return np.prod((1 - np.tanh(zs) ** 2).max(axis=0) * s), s ** len(zs)


@misconception(
    student="Your derivative of tanh exceeds one where z is negative: "
    "work out the derivative of tanh on paper again.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z)).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether zs holds states or pre-activations.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - z**2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your derivative of tanh is taken at the wrong point: zs holds pre-activations.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    hs = np.tanh(zs)
    return np.prod([(1 - np.tanh(h) ** 2).max() * s for h in hs]), s ** len(zs)


@misconception(
    student="Your derivative of tanh is at most a quarter: "
    "check which activation function the network has.",
    staff="The logistic derivative in the tight bound: sigma read as the sigmoid.",
)
def sigmoid_tight(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    sigma = 1 / (1 + np.exp(-zs))
    return np.prod([(a * (1 - a)).max() * s for a in sigma]), s ** len(zs)


@misconception(
    student="Your loose bound is too small, by a factor of four at each step: "
    "check which activation function the network has.",
    staff="The logistic derivative, and its largest value 1/4 in the loose bound.",
)
def sigmoid_deriv(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    sigma = 1 / (1 + np.exp(-zs))
    return np.prod([(a * (1 - a)).max() * s for a in sigma]), (s / 4) ** len(zs)
