"""The right line, and a wrong window on it."""

import math

from graders.misconceptions import misconception


@misconception(
    student="Your window is one step short: put it into the bound.",
    staff="floor, which still is not below eps.",
)
def floor(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho))


@misconception(
    student="Your window is one step too long: the one before it is below the threshold, too.",
    staff="ceil + 1.",
)
def ceil_plus_one(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.ceil((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)) + 1


@misconception(
    student="Your window is the nearest whole number: half of the time its bound is not below "
    "the threshold.",
    staff="round.",
)
def nearest(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return round((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho))


@misconception(
    student="Your window is no whole number of steps.",
    staff="The real number, not rounded.",
)
def real(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return (math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)
