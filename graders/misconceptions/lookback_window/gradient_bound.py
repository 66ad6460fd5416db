"""Bounds after L steps, wrong and right."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="One of the two factors of a step is there once, and not once for every step.",
    staff="g_norm gamma rho**L.",
)
def gamma_once(g_norm, gamma, rho, L):
    return g_norm * gamma * np.float64(rho) ** L


@misconception(
    student="The norm of the weights is there once, and not once for every step.",
    staff="g_norm rho gamma**L.",
)
def rho_once(g_norm, gamma, rho, L):
    return g_norm * rho * np.float64(gamma) ** L


@misconception(
    student="Your bound grows along a straight line: look again at what a step does to it.",
    staff="g_norm gamma rho L.",
)
def times_L(g_norm, gamma, rho, L):
    return g_norm * gamma * rho * L


@misconception(
    student="You add the two factors of a step: a step scales by one, and then by the other.",
    staff="(gamma + rho)**L.",
)
def total(g_norm, gamma, rho, L):
    return g_norm * np.float64(gamma + rho) ** L


@misconception(
    student="Your bound has one step too many.",
    staff="L + 1 steps.",
)
def one_step_more(g_norm, gamma, rho, L):
    return g_norm * np.float64(gamma * rho) ** (L + 1)


@misconception(
    student="Your bound has one step too few.",
    staff="L - 1 steps.",
)
def one_step_less(g_norm, gamma, rho, L):
    return g_norm * np.float64(gamma * rho) ** (L - 1)


@misconception(
    student="The gradient at the end is there once for every step, and not once.",
    staff="(g_norm gamma rho)**L.",
)
def g_inside(g_norm, gamma, rho, L):
    return np.float64(g_norm * gamma * rho) ** L


@misconception(
    student="Your bound is the same however large the gradient at the end is.",
    staff="g_norm is left out.",
)
def no_g(g_norm, gamma, rho, L):
    return np.float64(gamma * rho) ** L


@misconception(
    student="Your bound is the same however flat the activation is.",
    staff="gamma is left out.",
)
def gamma_ignored(g_norm, gamma, rho, L):
    return g_norm * np.float64(rho) ** L


@misconception(
    student="Your bound is the same whatever the weights are.",
    staff="rho is left out.",
)
def rho_ignored(g_norm, gamma, rho, L):
    return g_norm * np.float64(gamma) ** L


@misconception(
    student="You divide by the steepest slope where you should multiply.",
    staff="(rho / gamma)**L.",
)
def divided(g_norm, gamma, rho, L):
    return g_norm * np.float64(rho / gamma) ** L


@misconception(
    student="Your bound never exceeds the gradient at the end: gradients can grow on the way back.",
    staff="Capped at g_norm.",
)
def never_above_g(g_norm, gamma, rho, L):
    return min(g_norm, g_norm * np.float64(gamma * rho) ** L)


@misconception(
    student="You return the logarithm of the bound, which is another question.",
    staff="ln of the bound.",
)
def logarithm(g_norm, gamma, rho, L):
    return np.log(g_norm) + L * np.log(gamma * rho) if L else np.log(g_norm)


@misconception(
    student="Where the bound is beyond the largest number, your function breaks: look up what "
    "is asked for there.",
    staff="Python floats raise OverflowError.",
)
def overflow_error(g_norm, gamma, rho, L):
    return float(g_norm) * (float(gamma) * float(rho)) ** int(L)


@misconception(
    student="Where a size is zero you forget that no step has been made yet.",
    staff="0 for rho = 0, also at L = 0.",
)
def zero_to_the_zero(g_norm, gamma, rho, L):
    return 0.0 if gamma * rho == 0 else g_norm * np.float64(gamma * rho) ** L


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(g_norm, gamma, rho, L):
    print(g_norm * np.float64(gamma * rho) ** L)


@variant("NumPy numbers overflow to inf.")
def numpy(g_norm, gamma, rho, L):
    return np.float64(g_norm) * np.float64(gamma * rho) ** L


@variant("One step at a time.")
def loop(g_norm, gamma, rho, L):
    bound = float(g_norm)
    for _ in range(L):
        bound *= gamma * rho
    return bound


@variant("Through logarithms, but for a zero.")
def exp_log(g_norm, gamma, rho, L):
    if gamma * rho == 0:
        return g_norm if L == 0 else 0.0
    return np.exp(np.log(g_norm) + L * np.log(gamma * rho))


@variant("The exception of the power is caught.")
def caught(g_norm, gamma, rho, L):
    try:
        return g_norm * (gamma * rho) ** L
    except OverflowError:
        return math.inf


@variant("A product of L equal factors.")
def np_prod(g_norm, gamma, rho, L):
    return [g_norm * np.prod(np.full(L, gamma * rho))]
