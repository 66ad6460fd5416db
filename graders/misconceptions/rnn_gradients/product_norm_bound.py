"""Answers to `product_norm_bound(W_hh, zs)`: the product of the step bounds, and the norm ** n."""

import math
from functools import reduce

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Both your bounds are too large: check which norm your function computes by default.",
    staff="np.linalg.norm without an order is the Frobenius norm.",
)
def frobenius(W_hh, zs):
    s = np.linalg.norm(W_hh)
    return float(np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])), s ** len(zs)


@misconception(
    student="Your bounds can be too small to be bounds: "
    "eigenvalues tell how far W_hh stretches only some vectors.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh, zs):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your bounds are too small: a matrix can stretch by more than its largest entry.",
    staff="The largest entry instead of the spectral norm.",
)
def max_entry(W_hh, zs):
    s = np.abs(W_hh).max()
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your bounds grow too fast when W_hh is doubled: a step is missing in your norm.",
    staff="The largest eigenvalue of W^T W without the square root: the square of the norm.",
)
def no_sqrt(W_hh, zs):
    s = np.linalg.eigvalsh(W_hh.T @ W_hh).max()
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound has fewer factors than steps: count them.",
    staff="The tight bound leaves out the newest step.",
)
def tight_drops_last(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs[:-1]]), s ** len(zs)


@misconception(
    student="Your tight bound has fewer factors than steps: count them.",
    staff="The tight bound leaves out the oldest step.",
)
def tight_drops_first(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs[1:]]), s ** len(zs)


@misconception(
    student="You add where the norms of the steps combine otherwise: "
    "recall the rule for the norm of a product.",
    staff="Sums instead of products, in both bounds.",
)
def sum_of_steps(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return sum((1 - np.tanh(z) ** 2).max() * s for z in zs), len(zs) * s


@misconception(
    student="In your tight bound W_hh acts only once: it acts at every step.",
    staff="The norm of W_hh stands outside the product.",
)
def W_once(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() for z in zs]) * s, s ** len(zs)


@misconception(
    student="Your tight bound uses the same derivative at every step: each step has its own.",
    staff="One maximum over all steps, to the power n: a looser bound than asked for.",
)
def global_max(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    if len(zs) == 0:
        return 1.0, 1.0
    return ((1 - np.tanh(zs) ** 2).max() * s) ** len(zs), s ** len(zs)


@misconception(
    student="Your tight bound can be too small to be a bound: find the unit that stretches most.",
    staff="The smallest tanh' of each step instead of the largest.",
)
def min_derivative(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).min() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound can be too small to be a bound: an average bounds nothing.",
    staff="The mean tanh' of each step instead of the largest.",
)
def mean_derivative(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([np.mean(1 - np.tanh(z) ** 2) * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound is too large, at times above the loose one: "
    "the norm of a diagonal matrix is not that of a vector.",
    staff="The 2-norm of the vector tanh'(z) instead of its largest entry.",
)
def vector_2norm(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([np.linalg.norm(1 - np.tanh(z) ** 2) * s for z in zs]), s ** len(zs)


@misconception(
    student="Your tight bound is too small: you compute the quantity that is to be bounded.",
    staff="The norm of the product itself instead of the product of the norms.",
)
def actual_norm(W_hh, zs):
    P = np.eye(len(W_hh))
    for z in zs:
        P = np.diag(1 - np.tanh(z) ** 2) @ W_hh @ P
    return np.linalg.norm(P, 2), np.linalg.norm(W_hh, 2) ** len(zs)


@misconception(
    student="Your tight bound is tighter than the one asked for: "
    "each step contributes two norms, not one.",
    staff="The product of the norms of the step Jacobians: true as a bound, but not the one asked.",
)
def norms_of_jacobians(W_hh, zs):
    steps = [np.linalg.norm(np.diag(1 - np.tanh(z) ** 2) @ W_hh, 2) for z in zs]
    return np.prod(steps), np.linalg.norm(W_hh, 2) ** len(zs)


@misconception(
    student="Your loose bound is too small: the norm of a product is not the product of the norms.",
    staff="The norm of W_hh to the power n as a matrix, for the loose bound.",
)
def norm_of_power(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    power = np.linalg.matrix_power(W_hh, len(zs))
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), np.linalg.norm(power, 2)


@misconception(
    student="Your derivative of tanh can exceed one: differentiate tanh once more on paper.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z)).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your derivative of tanh is taken at the wrong point: zs holds pre-activations.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    hs = np.tanh(zs)
    return np.prod([(1 - np.tanh(h) ** 2).max() * s for h in hs]), s ** len(zs)


@misconception(
    student="Both your bounds are too small, by a factor of four or so at each step: "
    "check which function sigma is.",
    staff="The logistic derivative, and its largest value 1/4 in the loose bound.",
)
def sigmoid_deriv(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    sigma = 1 / (1 + np.exp(-zs))
    return np.prod([(a * (1 - a)).max() * s for a in sigma]), (s / 4) ** len(zs)


@misconception(
    student="Your tight bound has one factor per unit: it should have one per step.",
    staff="The maximum over time (axis 0) instead of over the units.",
)
def axis0(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    if len(zs) == 0:
        return 1.0, 1.0
    return np.prod((1 - np.tanh(zs) ** 2).max(axis=0) * s), s ** len(zs)


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
    student="Your bounds for no step at all say that the gradient is lost: "
    "find the matrix that is the product of no factors.",
    staff="(0, 0) instead of (1, 1) for n = 0.",
)
def empty_zero(W_hh, zs):
    if len(zs) == 0:
        return 0.0, 0.0
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your function raises an error for no step at all: this case has an answer.",
    staff="reduce without a start raises TypeError for n = 0.",
)
def no_start(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    factors = [(1 - np.tanh(z) ** 2).max() * s for z in zs]
    return reduce(lambda a, b: a * b, factors), s ** len(zs)


@misconception(
    student="Your loop stops after the first step: look at what is indented.",
    staff="return inside the loop: the bounds of the first step; None for n = 0.",
)
def returns_too_early(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight, loose = 1.0, 1.0
    for z in zs:
        tight *= (1 - np.tanh(z) ** 2).max() * s
        loose *= s
        return tight, loose


@misconception(
    student="Your tight bound is that of the newest step alone: look at what your loop keeps.",
    staff="= for *= in the loop: only the last factor is kept.",
)
def last_step_only(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight = 1.0
    for z in zs:
        tight = (1 - np.tanh(z) ** 2).max() * s
    return tight, s ** len(zs)


@misconception(
    student="You return one number per step: the bounds of the whole product are asked for.",
    staff="np.cumprod for np.prod: the bounds of all beginnings.",
)
def all_partial_bounds(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    factors = (1 - np.tanh(zs) ** 2).max(axis=1) * s
    return np.cumprod(factors), np.cumprod(np.full(len(zs), s))


@misconception(
    student="Your bounds are negative where they should be small: the last step is missing.",
    staff="Returns the logarithms of the bounds.",
)
def logarithms(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return sum(np.log((1 - np.tanh(z) ** 2).max() * s) for z in zs), len(zs) * np.log(s)


@misconception(
    student="Your first number is never below your second: compare with the order asked for.",
    staff="Returns (loose, tight).",
)
def swapped(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return s ** len(zs), np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])


@misconception(
    student="You return one number: two are asked for.",
    staff="Returns the tight bound alone.",
)
def tight_only(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])


@misconception(
    student="Your function knows one number of steps only: try it with one and with five.",
    staff="Hard-codes two steps.",
)
def two_steps(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    D = 1 - np.tanh(zs) ** 2
    return D[0].max() * s * D[1].max() * s, s**2


@misconception(
    student="Your bounds are infinite or zero after many steps although the true ones are not: "
    "check the precision you compute in.",
    staff="float32 overflows beyond 3e38: a norm of 10 suffices for 39 steps.",
)
def float32_overflows(W_hh, zs):
    s = np.linalg.norm(W_hh.astype(np.float32), 2)
    tight = np.float32(1)
    for z in zs.astype(np.float32):
        tight *= (1 - np.tanh(z) ** 2).max() * s
    return tight, s ** len(zs)


@misconception(
    student="Your function changes the array zs of its caller: work on one of your own.",
    staff="Overwrites zs with tanh'(zs); the values are right.",
)
def overwrites_zs(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    for k in range(len(zs)):
        zs[k] = 1 - np.tanh(zs[k]) ** 2
    return np.prod(zs.max(axis=1) * s), s ** len(zs)


@misconception(
    student="Your bounds for several steps are always one: an error in your function is caught "
    "and never seen.",
    staff="A string for the order of the norm raises ValueError; the except branch returns ones.",
)
def catches_everything(W_hh, zs):
    try:
        s = np.linalg.norm(W_hh, "2")
        return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)
    except Exception:
        return 1.0, 1.0


@misconception(
    student="Your bounds are right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight = np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])
    return round(float(tight), 3), round(float(s ** len(zs)), 3)


@misconception(
    student="Your function shows the bounds but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    print(np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs))


@misconception(
    student="Both your bounds are too large, and the tight one uses the same derivative at every "
    "step: two things to look at.",
    staff="Two mistakes: the Frobenius norm, and one maximum over all steps.",
)
def frobenius_global_max(W_hh, zs):
    s = np.linalg.norm(W_hh)
    gamma = np.max(1 - np.tanh(zs) ** 2, initial=0.0)
    return (gamma * s) ** len(zs), s ** len(zs)


@misconception(
    student="In your tight bound W_hh acts only once, and your loose bound grows in proportion to "
    "the number of steps: two things to look at.",
    staff="Two mistakes: the norm outside the product, and * for **.",
)
def W_once_times_n(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() for z in zs]) * s, s * len(zs)


@variant("One row of zs is one step; the product of no factor is 1.")
def vectorised(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod((1 - np.tanh(zs) ** 2).max(axis=1) * s), s ** len(zs)


@variant("The norm of W_hh may be taken out of the product, n times.")
def factored(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod((1 - np.tanh(zs) ** 2).max(axis=1)) * s ** len(zs), s ** len(zs)


@variant("The spectral norm of a diagonal matrix is its largest absolute entry.")
def diag_norm(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    norms = [np.linalg.norm(np.diag(1 - np.tanh(z) ** 2), 2) for z in zs]
    return reduce(lambda product, norm: product * norm * s, norms, 1.0), math.pow(s, len(zs))


@variant("The root of the largest eigenvalue of W W^T is the norm; an array of two is a pair.")
def gram(W_hh, zs):
    s = math.sqrt(np.linalg.eigvalsh(W_hh @ W_hh.T)[-1])
    return np.array([np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)])


@variant("tanh' is largest at the smallest |z|.")
def min_abs_z(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([s / np.cosh(np.abs(z).min()) ** 2 for z in zs]), s ** len(zs)


@variant("A loop over the steps; the order of the factors does not matter for numbers.")
def loop_backwards(W_hh, zs):
    rho = np.linalg.svd(W_hh, compute_uv=False).max()
    tight = loose = 1.0
    for z in zs[::-1]:
        tight = tight * max(1 - math.tanh(a) ** 2 for a in z) * rho
        loose = loose * rho
    return [tight, loose]


@variant("A product is the exponential of a sum of logarithms.")
def exp_of_logs(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    log_tight = np.sum(np.log((1 - np.tanh(zs) ** 2).max(axis=1) * s))
    log_loose = np.sum(np.full(len(zs), np.log(s)))
    return np.exp(log_tight), np.exp(log_loose)


@variant("Extended precision is real, and an array of one element is a number.")
def longdouble(W_hh, zs):
    s = np.longdouble(np.linalg.norm(W_hh, 2))
    D = 1 - np.tanh(zs.astype(np.longdouble)) ** 2
    factors = D.max(axis=1, keepdims=True) * s
    return factors.prod(axis=0), np.array([s]) ** len(zs)


@variant("A recursion over the steps.")
def recursive(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)

    def bounds(k):
        if k == len(zs):
            return 1.0, 1.0
        tight, loose = bounds(k + 1)
        return (1 - np.tanh(zs[k]) ** 2).max() * s * tight, s * loose

    return bounds(0)
