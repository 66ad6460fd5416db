"""Wrong slopes of tanh, or the wrong number made of them."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your tight bound can be too small to be a bound: find the unit that stretches most.",
    staff="The smallest tanh' instead of the largest.",
)
def min_derivative(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2).min() * s, s


@misconception(
    student="Your tight bound can be too small to be a bound: an average bounds nothing.",
    staff="The mean tanh' instead of the largest.",
)
def mean_derivative(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2).mean() * s, s


@misconception(
    student="Your tight bound is too large: the slopes of the units do not add up in one step.",
    staff="The sum of tanh' (trace, or 1-norm of the vector) instead of the largest.",
)
def sum_of_derivatives(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.sum(1 - np.tanh(z) ** 2) * s, s


@misconception(
    student="Your tight bound is too large, at times above the loose one: "
    "a diagonal matrix stretches less than the length of its diagonal.",
    staff="The 2-norm of the vector tanh'(z), or the Frobenius norm of its diagonal matrix, "
    "instead of the largest entry.",
)
def vector_2norm(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.linalg.norm(1 - np.tanh(z) ** 2) * s, s


@same_as(vector_2norm)
def diag_frobenius(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.linalg.norm(np.diag(1 - np.tanh(z) ** 2)) * s, s


@misconception(
    student="Your tight bound is one number per unit: a single number is asked for.",
    staff="The maximum is forgotten: tanh'(z) times the norm, a vector.",
)
def tight_per_unit(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2) * s, s


@misconception(
    student="Your tight bound changes when z changes its sign: "
    "find the place where tanh is steepest.",
    staff="tanh' at the largest z: 1 - tanh(max z)**2.",
)
def deriv_at_max_z(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z.max()) ** 2) * s, s


@misconception(
    student="Your derivative of tanh exceeds one where z is negative: "
    "work out the derivative of tanh on paper again.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z)).max() * s, s


@misconception(
    student="Your tight bound can be negative: look at what you take the maximum of.",
    staff="The largest tanh(z) instead of the largest derivative.",
)
def tanh_not_deriv(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.tanh(z).max() * s, s


@misconception(
    student="Your tight bound grows as the units saturate: look at what you take the maximum of.",
    staff="The largest |tanh(z)| instead of the largest derivative.",
)
def max_tanh(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.abs(np.tanh(z)).max() * s, s


@misconception(
    student="Your tight bound is at most a quarter of the loose one: "
    "check which activation function the network has.",
    staff="The logistic derivative in the tight bound: sigma read as the sigmoid.",
)
def sigmoid_tight(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    sigma = 1 / (1 + np.exp(-z))
    return (sigma * (1 - sigma)).max() * s, s


@misconception(
    student="Your loose bound is a quarter of what it should be: "
    "check which activation function the network has.",
    staff="The logistic derivative, and its largest value 1/4 in the loose bound.",
)
def sigmoid_deriv(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    sigma = 1 / (1 + np.exp(-z))
    return (sigma * (1 - sigma)).max() * s, 0.25 * s


@misconception(
    student="Your derivative of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(np.tanh(z)) ** 2).max() * s, s


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether z is a state or a pre-activation.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - z**2).max() * s, s
