"""Another line than that of the bound."""

import math

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your window is the same however large the gradient at the end is.",
    staff="g_norm is left out: ln eps / ln(gamma rho).",
)
def no_g(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return max(0, math.floor(math.log(eps) / math.log(gamma * rho)) + 1)


@misconception(
    student="Your window is the same however flat the activation is.",
    staff="gamma is left out.",
)
def gamma_ignored(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(rho)) + 1


@misconception(
    student="The gradient at the end has the wrong sign in your exponent.",
    staff="ln eps + ln g_norm.",
)
def g_added(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return max(0, math.floor((math.log(eps) + math.log(g_norm)) / math.log(gamma * rho)) + 1)


@misconception(
    student="You divide logarithms of different bases.",
    staff="Decimal over natural logarithms.",
)
def mixed_bases(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.floor((math.log10(eps) - math.log10(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where the gradient is huge and the threshold tiny, your quotient of the two is zero.",
    staff="ln(eps / g_norm), which underflows.",
)
def ratio_underflow(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return np.floor(np.log(np.float64(eps) / np.float64(g_norm)) / np.log(gamma * rho)) + 1


@misconception(
    student="Your window does not depend on the threshold.",
    staff="The window at which the bound is below 1e-6, whatever eps is.",
)
def no_threshold(g_norm, gamma, rho, eps):
    if g_norm < 1e-6:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(1e-6) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="You look at a hundred windows and give up: some gradients reach much further.",
    staff="A loop with a cap of 100.",
)
def loop_of_100(g_norm, gamma, rho, eps):
    bound = g_norm
    for L in range(101):
        if bound < eps:
            return L
        bound *= gamma * rho
    return None
