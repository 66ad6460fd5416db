"""Factors are missing, counted wrongly, or combined in another way."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your tight bound has fewer factors than steps: the newest one is missing.",
    staff="The tight bound leaves out the newest step.",
)
def tight_drops_last(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs[:-1]]), s ** len(zs)


@misconception(
    student="Your tight bound has fewer factors than steps: the oldest one is missing.",
    staff="The tight bound leaves out the oldest step.",
)
def tight_drops_first(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs[1:]]), s ** len(zs)


@misconception(
    student="Your tight bound is that of the newest step alone: "
    "look at what becomes of the factors before.",
    staff="Only the last factor is kept, for instance by = for *= in the loop.",
)
def last_step_only(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight = 1.0
    for z in zs:
        tight = (1 - np.tanh(z) ** 2).max() * s
    return tight, s ** len(zs)


@misconception(
    student="Your bounds are those of the oldest step alone: "
    "if you multiply in a loop, look at where it ends.",
    staff="The bounds of the first step, for instance by a return inside the loop.",
)
def returns_too_early(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight, loose = 1.0, 1.0
    for z in zs:
        tight *= (1 - np.tanh(z) ** 2).max() * s
        loose *= s
        return tight, loose


@misconception(
    student="Your function knows one number of steps only: try it with one and with five.",
    staff="Hard-codes two steps.",
)
def two_steps(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    D = 1 - np.tanh(zs) ** 2
    return D[0].max() * s * D[1].max() * s, s**2


@misconception(
    student="In your tight bound W_hh acts only once: it acts at every step.",
    staff="The norm of W_hh stands outside the product.",
)
def W_once(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() for z in zs]) * s, s ** len(zs)


@misconception(
    student="Your tight bound does not depend on W_hh: ask which factors a step has.",
    staff="The product of max tanh'(z) alone for the tight bound.",
)
def tight_without_W(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() for z in zs]), s ** len(zs)


@misconception(
    student="In your tight bound the steps add up: recall the rule for the norm of a product.",
    staff="A sum instead of the product, in the tight bound.",
)
def sum_for_tight(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return sum((1 - np.tanh(z) ** 2).max() * s for z in zs), s ** len(zs)


@misconception(
    student="You add where the norms of the steps combine otherwise: "
    "recall the rule for the norm of a product.",
    staff="Sums instead of products, in both bounds.",
)
def sum_of_steps(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return sum((1 - np.tanh(z) ** 2).max() * s for z in zs), len(zs) * s


@misconception(
    student="Your tight bound is one number per step: a single number is asked for.",
    staff="The product is forgotten: a vector of the steps' bounds.",
)
def factors_not_multiplied(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.array([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Each of your bounds is one number per step: "
    "the bounds of the whole product are asked for.",
    staff="The bounds of all beginnings, for instance by np.cumprod for np.prod.",
)
def all_partial_bounds(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    factors = (1 - np.tanh(zs) ** 2).max(axis=1) * s
    return np.cumprod(factors), np.cumprod(np.full(len(zs), s))


@misconception(
    student="Your loose bound grows in proportion to the number of steps: "
    "ask what each further step does to it.",
    staff="* for **: the norm times n instead of to the power n.",
)
def times_n(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s * len(zs)


@misconception(
    student="Your loose bound does not depend on the number of steps: "
    "ask what each further step does to it.",
    staff="The norm itself for the loose bound, without the power n.",
)
def loose_of_one_step(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s


@misconception(
    student="Your loose bound counts units where it should count steps.",
    staff="The norm to the power d: zs.shape[1] for zs.shape[0].",
)
def power_d(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** zs.shape[1]


@misconception(
    student="Your loose bound belongs to one step less: count the steps in zs.",
    staff="The norm to the power n - 1.",
)
def power_n_minus_1(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** (len(zs) - 1)


@misconception(
    student="Your loose bound belongs to one step more: count the steps in zs.",
    staff="The norm to the power n + 1.",
)
def power_n_plus_1(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** (len(zs) + 1)
