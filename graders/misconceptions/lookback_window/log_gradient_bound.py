"""Logarithms of bounds, wrong and right."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="You compute the bound before its logarithm: think of what is left of it after "
    "thousands of steps.",
    staff="log of the bound, which over- or underflows.",
)
def log_of_bound(g_norm, gamma, rho, L):
    return np.log(np.float64(g_norm) * np.float64(gamma * rho) ** L)


@misconception(
    student="Your logarithm is the same however large the gradient at the end is.",
    staff="ln g_norm is left out.",
)
def no_g(g_norm, gamma, rho, L):
    return L * np.log(gamma * rho) if L else 0.0


@misconception(
    student="You raise the logarithm to a power: look up what a logarithm makes of a power.",
    staff="ln(gamma rho)**L.",
)
def power_of_log(g_norm, gamma, rho, L):
    return np.log(g_norm) + np.log(gamma * rho) ** L


@misconception(
    student="Your logarithm has another base than the natural one: it is decimal.",
    staff="log10.",
)
def decimal(g_norm, gamma, rho, L):
    return (np.log10(g_norm) + L * np.log10(gamma * rho)) if L else np.log10(g_norm)


@misconception(
    student="Your logarithm has another base than the natural one: it is binary.",
    staff="log2.",
)
def binary(g_norm, gamma, rho, L):
    return (np.log2(g_norm) + L * np.log2(gamma * rho)) if L else np.log2(g_norm)


@misconception(
    student="One of the two factors of a step is there once, and not once for every step.",
    staff="ln gamma is not multiplied by L.",
)
def gamma_once(g_norm, gamma, rho, L):
    return np.log(g_norm) + np.log(gamma) + (L * np.log(rho) if L else 0.0)


@misconception(
    student="Your logarithm is the same however flat the activation is.",
    staff="gamma is left out.",
)
def gamma_ignored(g_norm, gamma, rho, L):
    return np.log(g_norm) + (L * np.log(rho) if L else 0.0)


@misconception(
    student="Your logarithm has one step too many.",
    staff="L + 1 steps.",
)
def one_step_more(g_norm, gamma, rho, L):
    return np.log(g_norm) + (L + 1) * np.log(gamma * rho)


@misconception(
    student="Your logarithm has one step too few.",
    staff="L - 1 steps.",
)
def one_step_less(g_norm, gamma, rho, L):
    return np.log(g_norm) + ((L - 1) * np.log(gamma * rho) if L != 1 else 0.0)


@misconception(
    student="The gradient at the end is there once for every step, and not once.",
    staff="L (ln g_norm + ln gamma + ln rho).",
)
def g_inside(g_norm, gamma, rho, L):
    return L * np.log(g_norm * gamma * rho) if L else 0.0


@misconception(
    student="You multiply logarithms: look up what a logarithm makes of a product.",
    staff="ln g_norm L ln(gamma rho).",
)
def product_of_logs(g_norm, gamma, rho, L):
    return np.log(g_norm) * L * np.log(gamma * rho) if L else np.log(g_norm)


@misconception(
    student="You add the two factors of a step before you take the logarithm.",
    staff="ln(gamma + rho).",
)
def log_of_total(g_norm, gamma, rho, L):
    return np.log(g_norm) + L * np.log(gamma + rho)


@misconception(
    student="You return the bound itself and not its logarithm.",
    staff="g_norm (gamma rho)**L.",
)
def bound(g_norm, gamma, rho, L):
    return g_norm * np.float64(gamma * rho) ** L


@misconception(
    student="Where no step is made you get something that is not a number, if a size is zero.",
    staff="0 times ln 0.",
)
def nan_at_zero(g_norm, gamma, rho, L):
    return np.log(g_norm) + L * np.log(gamma * rho)


@misconception(
    student="Where the bound is zero your function breaks: think of the limit of the "
    "logarithm there.",
    staff="math.log raises ValueError at 0.",
)
def math_domain(g_norm, gamma, rho, L):
    return math.log(g_norm) + (L * math.log(gamma * rho) if L else 0.0)


@misconception(
    student="You add a small number before you take the logarithm, which shows where the "
    "bound is zero.",
    staff="An epsilon against ln 0.",
)
def tiny_added(g_norm, gamma, rho, L):
    return np.log(g_norm + 1e-300) + L * np.log(gamma * rho + 1e-300)


@misconception(
    student="Your function shows its result and hands nothing back.",
    staff="print in the place of return.",
)
def prints(g_norm, gamma, rho, L):
    print(np.log(g_norm) + L * np.log(gamma * rho))


@variant("Zeros are looked after first.")
def by_math(g_norm, gamma, rho, L):
    if g_norm == 0 or (gamma * rho == 0 and L > 0):
        return -math.inf
    return math.log(g_norm) + (L * math.log(gamma * rho) if L else 0.0)


@variant("NumPy takes the logarithm of 0 for minus infinity.")
def numpy_ninf(g_norm, gamma, rho, L):
    return np.log(g_norm) + (L * np.log(gamma * rho) if L else 0.0)


@variant("One logarithm for each size.")
def three_logs(g_norm, gamma, rho, L):
    steps = L * (np.log(gamma) + np.log(rho)) if L else 0.0
    return np.array([np.log(g_norm) + steps])


@variant("Another base, scaled back.")
def log2_scaled(g_norm, gamma, rho, L):
    steps = L * np.log2(gamma * rho) if L else 0.0
    return (np.log2(g_norm) + steps) * math.log(2)
