"""Right answers that look unlike ours."""

import math

import numpy as np

from graders.misconceptions import variant


@variant("The next whole number above is the same, but where the line meets one exactly.")
def ceil(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return math.ceil((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho))


@variant("One window after the other.")
def loop(g_norm, gamma, rho, eps):
    if gamma * rho >= 1 and g_norm >= eps:
        return None
    L, bound = 0, g_norm
    while bound >= eps:
        L, bound = L + 1, bound * gamma * rho
    return L


@variant("A NumPy number with a whole value is a whole number.")
def numpy(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    decay = np.log(gamma) + np.log(rho)
    return np.floor((np.log(eps) - np.log(g_norm)) / decay) + 1


@variant("Any base will do.")
def decimal(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    return 1 + int((math.log10(eps) - math.log10(g_norm)) / math.log10(gamma * rho))


@variant("The line, and a step more where it is not below yet.")
def counted(g_norm, gamma, rho, eps):
    if g_norm < eps:
        return 0
    if gamma * rho >= 1:
        return None
    if gamma * rho == 0:
        return 1
    L = math.floor((math.log(eps) - math.log(g_norm)) / math.log(gamma * rho))
    while math.log(g_norm) + L * math.log(gamma * rho) >= math.log(eps):
        L += 1
    return L
