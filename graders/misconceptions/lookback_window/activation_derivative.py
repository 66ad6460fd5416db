"""Slopes of tanh and of the logistic function, wrong and right."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your derivative of the logistic function grows with z without limit: its product "
    "formula is given the wrong quantity.",
    staff="z (1 - z): the pre-activation in the place of the activation.",
)
def sigmoid_of_z(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return z * (1 - z)


@misconception(
    student="Your derivative of tanh is far below zero for large z, but tanh never falls: the "
    "wrong quantity is squared.",
    staff="1 - z**2: the pre-activation in the place of the activation.",
)
def one_minus_z2(z, activation="tanh"):
    if activation == "tanh":
        return 1 - z**2
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    student="Your derivative of tanh exceeds one where z is negative: work it out on paper again.",
    staff="1 - tanh(z): the square is forgotten.",
)
def no_square(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z)
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    student="Your derivative of tanh is never below one: mind the signs.",
    staff="1 + tanh(z)**2: a sign.",
)
def plus_square(z, activation="tanh"):
    if activation == "tanh":
        return 1 + np.tanh(z) ** 2
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    student="Your derivative of the logistic function does not fade for large z: mind the signs.",
    staff="s (1 + s): a sign.",
)
def s_plus(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    s = 1 / (1 + np.exp(-z))
    return s * (1 + s)


@misconception(
    student="Your derivative of the logistic function grows where the function flattens: one "
    "of its two factors is the other one.",
    staff="s**2 in the place of s (1 - s).",
)
def s_squared(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return (1 / (1 + np.exp(-z))) ** 2


@misconception(
    student="Your derivative of the logistic function has the form of that of tanh: the two "
    "functions are stretched differently.",
    staff="1 - s**2: the formula of tanh with s in it.",
)
def one_minus_s2(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return 1 - (1 / (1 + np.exp(-z))) ** 2


@misconception(
    student="You get the same slopes whichever activation is asked for: they are those of tanh.",
    staff="The argument activation is ignored: tanh always.",
)
def always_tanh(z, activation="tanh"):
    return 1 - np.tanh(z) ** 2


@misconception(
    student="You get the same slopes whichever activation is asked for: they are those of the "
    "logistic function.",
    staff="The argument activation is ignored: the logistic function always.",
)
def always_sigmoid(z, activation="tanh"):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    student="Each activation gets the slopes of the other one.",
    staff="The two branches are exchanged.",
)
def swapped(z, activation="tanh"):
    if activation == "sigmoid":
        return 1 - np.tanh(z) ** 2
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    student="These are values of the activation, not its slopes.",
    staff="f(z) in the place of its derivative.",
)
def activation_itself(z, activation="tanh"):
    return np.tanh(z) if activation == "tanh" else 1 / (1 + np.exp(-z))


@misconception(
    student="You take the slopes in the wrong place: what you give to the derivative has been "
    "through the activation already.",
    staff="The derivative at h = f(z), not at z.",
)
def derivative_at_h(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(np.tanh(z)) ** 2
    h = 1 / (1 + np.exp(-z))
    s = 1 / (1 + np.exp(-h))
    return s * (1 - s)


@misconception(
    student="For large negative z your logistic slope is not a number: an intermediate result "
    "is too large there.",
    staff="exp(-z) / (1 + exp(-z))**2 is inf / inf for z = -800.",
)
def overflows(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    e = np.exp(-z)
    return e / (1 + e) ** 2


@misconception(
    student="You return a matrix with the slopes on its diagonal: the slopes alone are asked "
    "for, in the shape of z.",
    staff="diag(f'(z)), which is for the Jacobian.",
)
def as_matrix(z, activation="tanh"):
    return (
        np.diag(1 - np.tanh(z) ** 2)
        if activation == "tanh"
        else np.diag(1 / (4 * np.cosh(z / 2) ** 2))
    )


@misconception(
    student="You return one number: every entry of z has a slope of its own.",
    staff="The maximum of f'(z), as in the bound.",
)
def largest_only(z, activation="tanh"):
    if activation == "tanh":
        return np.max(1 - np.tanh(z) ** 2)
    s = 1 / (1 + np.exp(-z))
    return np.max(s * (1 - s))


@misconception(
    student="Your slopes come in a single row whatever the shape of z is.",
    staff="The result is flattened.",
)
def flattens(z, activation="tanh"):
    z = np.ravel(z)
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@misconception(
    student="You write your results into z itself, which belongs to whoever called you.",
    staff="z is overwritten with f(z).",
)
def in_place(z, activation="tanh"):
    z[...] = np.tanh(z) if activation == "tanh" else 1 / (1 + np.exp(-z))
    return 1 - z**2 if activation == "tanh" else z * (1 - z)


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(z, activation="tanh"):
    print(1 - np.tanh(z) ** 2)


@variant("The logistic function is a tanh of half the argument.")
def via_tanh(z, activation="tanh"):
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return (1 - np.tanh(z / 2) ** 2) / 4


@variant("Slopes through 1/cosh², whose overflow gives 0.")
def cosh(z, activation="tanh"):
    return 1 / np.cosh(z) ** 2 if activation == "tanh" else 0.25 / np.cosh(z / 2) ** 2


@variant("The difference of two squares is a product.")
def product_form(z, activation="tanh"):
    if activation == "tanh":
        return (1 - np.tanh(z)) * (1 + np.tanh(z))
    return 1 / (1 + np.exp(-z)) * (1 / (1 + np.exp(z)))


@variant("Both slopes are computed, one is chosen.")
def where(z, activation="tanh"):
    s = 1 / (1 + np.exp(-z))
    return np.where(activation == "tanh", 1 - np.tanh(z) ** 2, s * (1 - s))


@variant("A measurement agrees to nine digits.")
def central_difference(z, activation="tanh"):
    def f(v):
        return np.tanh(v) if activation == "tanh" else 1 / (1 + np.exp(-v))

    return (f(z + 1e-6) - f(z - 1e-6)) / 2e-6


@variant("Nested lists of numbers are as good as an array.")
def listed(z, activation="tanh"):
    if activation == "tanh":
        return np.asarray(1 - np.tanh(z) ** 2).tolist()
    s = 1 / (1 + np.exp(-z))
    return np.asarray(s * (1 - s)).tolist()
