"""Answers to `power_norms(W_hh, n)`: ‖W_hhᵏ‖₂ for k = 0, …, n."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your norms are powers of one norm: a bound for what is asked, and often far above it.",
    staff="‖W‖^k for ‖W^k‖.",
)
def powers_of_the_norm(W_hh, n):
    return np.linalg.norm(W_hh, 2) ** np.arange(n + 1)


@misconception(
    student="Your norms follow the eigenvalues: these tell the rate after very many steps only.",
    staff="max|lambda|^k for ‖W^k‖.",
)
def powers_of_the_radius(W_hh, n):
    return np.abs(np.linalg.eigvals(W_hh)).max() ** np.arange(n + 1)


@misconception(
    student="Your powers are taken entry by entry: a matrix acts again and again instead.",
    staff="W ** k, elementwise.",
)
def elementwise(W_hh, n):
    return np.array([np.linalg.norm(W_hh**k, 2) for k in range(n + 1)])


@misconception(
    student="Your list begins one power too late.",
    staff="k = 1, ..., n + 1.",
)
def from_1(W_hh, n):
    return np.array([np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(1, n + 2)])


@misconception(
    student="Your list is one number too short at its end.",
    staff="k = 0, ..., n - 1: range(n).",
)
def too_short(W_hh, n):
    return np.array([np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n)])


@misconception(
    student="Your list leaves out the power zero.",
    staff="k = 1, ..., n.",
)
def without_0(W_hh, n):
    return np.array([np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(1, n + 1)])


@misconception(
    student="Your norms measure all entries as one long vector: "
    "check what is computed if you do not say which norm you want.",
    staff="The Frobenius norm.",
)
def frobenius(W_hh, n):
    return np.array([np.linalg.norm(np.linalg.matrix_power(W_hh, k)) for k in range(n + 1)])


@misconception(
    student="Your first number is not the norm of the power zero: look at which matrix that is.",
    staff="0 (or another number) for k = 0.",
)
def starts_with_0(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(1, n + 1)]
    return np.array([0.0, *norms])


@misconception(
    student="Your list is backwards.",
    staff="k = n, ..., 0.",
)
def backwards(W_hh, n):
    return np.array([np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n, -1, -1)])


@misconception(
    student="Your answer is the last norm only: all of them are asked for.",
    staff="‖W^n‖ alone.",
)
def last_only(W_hh, n):
    return np.linalg.norm(np.linalg.matrix_power(W_hh, n), 2)


@misconception(
    student="Your list stands upright: a plain vector is asked for.",
    staff="Shape (n + 1, 1).",
)
def column(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    return np.array(norms)[:, None]


@misconception(
    student="Your powers double their number of factors in every step.",
    staff="P = P @ P: k = 1, 2, 4, 8, ...",
)
def squares(W_hh, n):
    P, norms = W_hh, [1.0]
    for _ in range(n):
        norms.append(np.linalg.norm(P, 2))
        P = P @ P
    return np.array(norms)


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Multiplies into W_hh; the values are right.",
)
def overwrites_W(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    W_hh[:] = np.linalg.matrix_power(W_hh, n)
    return np.array(norms)


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, n):
    for k in range(n + 1):
        print(k, np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2))


@variant("A list of numbers is a vector.")
def matrix_power(W_hh, n):
    return [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]


@variant("One multiplication for each step.")
def loop(W_hh, n):
    P, norms = np.eye(len(W_hh)), np.zeros(n + 1)
    for k in range(n + 1):
        norms[k] = np.linalg.svd(P, compute_uv=False)[0]
        P = P @ W_hh
    return norms


@variant("The norms of a stack of matrices, all at once.")
def stacked(W_hh, n):
    powers = reduce(lambda Ps, _: [*Ps, W_hh @ Ps[-1]], range(n), [np.eye(len(W_hh))])
    return np.linalg.norm(np.array(powers), 2, axis=(1, 2))


@variant("The root of the largest eigenvalue of P^T P.")
def gram(W_hh, n):
    powers = [np.linalg.matrix_power(W_hh, k) for k in range(n + 1)]
    return tuple(max(np.linalg.eigvalsh(P.T @ P)[-1], 0.0) ** 0.5 for P in powers)
