"""The derivative of tanh: another function, or at another point."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your derivative of tanh can exceed one: "
    "work out the derivative of tanh on paper again.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i])) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is never below one: "
    "work out the derivative of tanh on paper again.",
    staff="1 + tanh**2: a sign in tanh'.",
)
def plus_square(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 + np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is largest for negative pre-activations: "
    "check what exactly is squared in it.",
    staff="(1 - tanh)**2: the square stands outside.",
)
def square_outside(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i])) ** 2 * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is largest where tanh is flat: "
    "work out the derivative of tanh on paper again.",
    staff="tanh**2: the `1 -` is forgotten.",
)
def tanh_squared(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = np.tanh(z[i]) ** 2 * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh falls off too slowly: check the powers in your formula.",
    staff="1 / cosh instead of 1 / cosh**2.",
)
def sech_not_squared(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = h_prev[j] / np.cosh(z[i])
    return g


@misconception(
    student="Your derivative of tanh falls off too fast: count how often it occurs as a factor.",
    staff="tanh' squared: (1 - tanh**2)**2.",
)
def derivative_twice(z, h_prev, i, j):
    derivative = 1 - np.tanh(z[i]) ** 2
    g = np.zeros(len(z))
    g[i] = derivative * h_prev[j] * derivative
    return g


@misconception(
    student="Your answer changes its sign with z: the derivative of tanh does not.",
    staff="tanh instead of its derivative.",
)
def tanh_not_deriv(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = np.tanh(z[i]) * h_prev[j]
    return g


@misconception(
    student="Your answer is at most a quarter of the old state: "
    "check which activation function the network has.",
    staff="The logistic derivative: sigma read as the sigmoid.",
)
def sigmoid_deriv(z, h_prev, i, j):
    s = 1 / (1 + np.exp(-z))
    g = np.zeros(len(z))
    g[i] = s[i] * (1 - s[i]) * h_prev[j]
    return g


@misconception(
    student="Your number has the wrong sign: tanh grows everywhere.",
    staff="The right value times -1, as from tanh**2 - 1.",
)
def negative(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (np.tanh(z[i]) ** 2 - 1) * h_prev[j]
    return g


@misconception(
    student="Your answer does not depend on z: a factor of the chain rule is missing.",
    staff="tanh' is forgotten: the derivative of the pre-activation only.",
)
def no_derivative(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether z is a state or a pre-activation.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - z[i] ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(h_t) instead of tanh'(z_t): tanh is applied twice.",
)
def deriv_at_h_t(z, h_prev, i, j):
    h = np.tanh(z)
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(h[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is computed from the state before the step: "
    "check to which moment it belongs.",
    staff="1 - h_prev[i]**2: the derivative of the previous step instead of this one.",
)
def deriv_at_h_prev(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - h_prev[i] ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is taken at the wrong unit: ask which one the weight feeds.",
    staff="The derivative at z[j] instead of z[i].",
)
def z_j(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[j]) ** 2) * h_prev[j]
    return g
