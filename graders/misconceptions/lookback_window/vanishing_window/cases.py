"""Cases in which there is no line to follow."""

import math

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Where the bound does not decay you return a window all the same.",
    staff="No None: a negative or meaningless window for gamma rho >= 1.",
)
def no_none(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho == 0:
        return 1
    if gamma * rho == 1:
        return -1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where there is no window you say so in another way than the one that is asked for.",
    staff="inf in the place of None.",
)
def infinite(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return math.inf
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where there is no window you return a negative one: look up how to say that "
    "there is none.",
    staff="-1 in the place of None.",
)
def minus_one(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return -1
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where the bound stays as it is your function breaks: think of what another step "
    "would change.",
    staff="gamma rho = 1 divides by ln 1 = 0.",
)
def critical_divides(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho > 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where the gradient is below the threshold already you still go back a step.",
    staff="At least 1.",
)
def never_zero(g_norm, gamma, rho, eps):
    if gamma * rho >= 1 and g_norm >= eps:
        return None
    if gamma * rho == 0 or g_norm < eps:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where the bound grows you do not look whether the gradient is small enough to "
    "begin with.",
    staff="None for gamma rho >= 1, also if g_norm < eps.",
)
def growth_first(g_norm, gamma, rho, eps):
    if gamma * rho >= 1:
        return None
    if g_norm < eps:
        return 0
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where one step leaves nothing your function breaks.",
    staff="math.log(0).",
)
def zero_breaks(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Where one step leaves nothing you say that none is needed.",
    staff="0 for gamma rho = 0.",
)
def zero_at_once(g_norm, gamma, rho, eps):
    if g_norm < eps or gamma * rho == 0:
        return 0
    if gamma * rho >= 1:
        return None
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(g_norm, gamma, rho, eps):
    print(np.log(eps / g_norm) / np.log(gamma * rho))
