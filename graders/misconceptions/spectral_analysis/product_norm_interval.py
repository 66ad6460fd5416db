"""Answers to `product_norm_interval(W_hh, ds)`: a bound from below and one from above."""

import math

import numpy as np

from graders.misconceptions import misconception, same_as, variant


@misconception(
    student="Your lower bound uses the direction that is stretched most: "
    "a bound from below needs the least.",
    staff="min ds with the LARGEST singular value.",
)
def lower_with_largest_sigma(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    return np.prod(ds.min(axis=1) * sigma[0]), np.prod(ds.max(axis=1) * sigma[0])


@misconception(
    student="Your lower bound uses the unit that is saturated least: "
    "a bound from below needs the one that is saturated most.",
    staff="max ds with the smallest singular value.",
)
def lower_with_largest_derivative(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    return np.prod(ds.max(axis=1) * sigma[-1]), np.prod(ds.max(axis=1) * sigma[0])


@misconception(
    student="Your lower bound is the one of the document: look at which entries it uses.",
    staff="(delta ‖W‖)^n with delta the least ‖D_k‖: the false bound of document 002.",
)
def bound_of_the_document(W_hh, ds):
    norm, largest = np.linalg.norm(W_hh, 2), ds.max(axis=1)
    return (largest.min(initial=1.0) * norm) ** len(ds), np.prod(largest * norm)


@misconception(
    student="Your lower bound is true, but says nothing: a better one is asked for.",
    staff="(0, upper).",
)
def lower_zero(W_hh, ds):
    return 0.0, np.prod(ds.max(axis=1) * np.linalg.norm(W_hh, 2))


@misconception(
    student="Your two numbers are equal: bounds are asked for, from factors that are easily known.",
    staff="(‖P‖, ‖P‖): the norm of the product itself.",
)
def norm_of_product(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = np.diag(delta) @ W_hh @ P
    return np.linalg.norm(P, 2), np.linalg.norm(P, 2)


@misconception(
    student="Your bounds are those of the singular values of the product: "
    "bounds from the single factors are asked for.",
    staff="(sigma_min(P), sigma_max(P)) of the product.",
)
def singular_values_of_product(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = np.diag(delta) @ W_hh @ P
    sigma = np.linalg.svd(P, compute_uv=False)
    return sigma[-1], sigma[0]


@misconception(
    student="Your bounds are those of one step, whatever the number of steps is.",
    staff="(min ds sigma_min, max ds sigma_max) over everything, without a product.",
)
def one_step(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    return ds.min(initial=1.0) * sigma[-1], ds.max(initial=0.0) * sigma[0]


@misconception(
    student="Your bounds use the same derivatives in every step: each step has its own.",
    staff="(min over all)^n and (max over all)^n: true bounds, but wider than asked.",
)
def extremes_of_all_steps(W_hh, ds):
    sigma, n = np.linalg.svd(W_hh, compute_uv=False), len(ds)
    return (ds.min(initial=1.0) * sigma[-1]) ** n, (ds.max(initial=0.0) * sigma[0]) ** n


@misconception(
    student="Your upper bound measures all entries as one long vector: "
    "find the norm that says how far a vector can be stretched.",
    staff="The Frobenius norm in the upper bound.",
)
def frobenius(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    return np.prod(ds.min(axis=1) * sigma[-1]), np.prod(ds.max(axis=1) * np.linalg.norm(W_hh))


@misconception(
    student="Your bounds follow the eigenvalues: they bound neither from below nor from above.",
    staff="Smallest and largest |eigenvalue| for the singular values.",
)
def eigenvalues(W_hh, ds):
    moduli = np.abs(np.linalg.eigvals(W_hh))
    return np.prod(ds.min(axis=1) * moduli.min()), np.prod(ds.max(axis=1) * moduli.max())


@misconception(
    student="Your first number is never below your second: check the order.",
    staff="(upper, lower).",
)
def swapped(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    return np.prod(ds.max(axis=1) * sigma[0]), np.prod(ds.min(axis=1) * sigma[-1])


@misconception(
    student="In your bounds the weights act once: they act in every step.",
    staff="sigma outside the product.",
)
def W_once(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    if len(ds) == 0:
        return 1.0, 1.0
    return np.prod(ds.min(axis=1)) * sigma[-1], np.prod(ds.max(axis=1)) * sigma[0]


@misconception(
    student="Your minima and maxima run over the steps of a unit: "
    "they should run over the units of a step.",
    staff="axis 0 for axis 1.",
)
def wrong_axis(W_hh, ds):
    sigma, n = np.linalg.svd(W_hh, compute_uv=False), len(ds)
    lower, upper = ds.min(axis=0, initial=1.0).prod(), ds.max(axis=0, initial=0.0).prod()
    return lower * sigma[-1] ** n, upper * sigma[0] ** n


@misconception(
    student="Your bounds for no step at all are not those of the product of no factors.",
    staff="(0, 0) for n = 0.",
)
def no_step_zero(W_hh, ds):
    if len(ds) == 0:
        return 0.0, 0.0
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    return np.prod(ds.min(axis=1) * sigma[-1]), np.prod(ds.max(axis=1) * sigma[0])


@misconception(
    student="Your function changes the array ds of its caller: work on one of your own.",
    staff="Sorts ds in place; the values are right.",
)
def sorts_ds(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    ds.sort(axis=1)
    return np.prod(ds[:, 0] * sigma[-1]), np.prod(ds[:, -1] * sigma[0])


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    print(np.prod(ds.min(axis=1) * sigma[-1]), np.prod(ds.max(axis=1) * sigma[0]))


@same_as(prints)
def forgets_return(W_hh, ds):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    bounds = np.prod(ds.min(axis=1) * sigma[-1]), np.prod(ds.max(axis=1) * sigma[0])
    tuple(map(float, bounds))


@variant("A loop over the steps; a list is a pair.")
def loop(W_hh, ds):
    sigma = np.linalg.svd(W_hh)[1]
    lower = upper = 1.0
    for delta in ds:
        lower, upper = lower * min(delta) * sigma[-1], upper * max(delta) * sigma[0]
    return [lower, upper]


@variant("The powers of the singular values may be taken out of the products.")
def factored(W_hh, ds):
    sigma, n = np.linalg.svd(W_hh, compute_uv=False), len(ds)
    return ds.min(axis=1).prod() * sigma.min() ** n, ds.max(axis=1).prod() * sigma.max() ** n


@variant("The roots of the eigenvalues of W^T W; what rounding leaves below zero is cut off.")
def gram(W_hh, ds):
    squares = np.linalg.eigvalsh(W_hh.T @ W_hh)
    low, high = math.sqrt(max(squares[0], 0)), math.sqrt(squares[-1])
    return math.prod(low * min(row) for row in ds), math.prod(high * max(row) for row in ds)


@variant("NumPy knows the norm of what W stretches least by its name -2; an array is a pair.")
def named_norms(W_hh, ds):
    low, high = np.linalg.norm(W_hh, -2), np.linalg.norm(W_hh, 2)
    return np.array([np.prod(low * ds.min(axis=1)), np.prod(high * ds.max(axis=1))])


@variant("A product of norms of diagonal matrices, smallest and largest.")
def diagonal_norms(W_hh, ds):
    factors = np.array(
        [[np.linalg.norm(np.diag(row), kind) for kind in (-2, 2)] for row in ds]
    ).reshape(-1, 2)
    return tuple(np.prod(factors * np.linalg.svd(W_hh)[1][[-1, 0]], axis=0))
