"""Right answers in another form."""

import math
from functools import reduce

import numpy as np

from graders.misconceptions import variant


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


@variant("A recursion over the steps.")
def recursive(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)

    def bounds(k):
        if k == len(zs):
            return 1.0, 1.0
        tight, loose = bounds(k + 1)
        return (1 - np.tanh(zs[k]) ** 2).max() * s * tight, s * loose

    return bounds(0)


@variant("The standard library multiplies, too; its product of nothing is 1.")
def python_product(W_hh, zs):
    s = float(np.linalg.norm(W_hh, 2))
    factors = [s * max(1 - math.tanh(a) ** 2 for a in z) for z in zs]
    return math.prod(factors), math.prod([s] * len(factors))


@variant("The bounds of all beginnings, of which the last one is returned.")
def last_of_all_partial(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    factors = [[1.0, 1.0]] + [[(1 - np.tanh(z) ** 2).max() * s, s] for z in zs]
    return np.cumprod(factors, axis=0)[-1]


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
