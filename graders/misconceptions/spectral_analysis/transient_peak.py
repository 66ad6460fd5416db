"""Answers to `transient_peak(W_hh, n)`: where ‖W_hhᵏ‖₂ is largest, and how large."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your answer never finds the peak before the first step: "
    "the power zero is one of the candidates.",
    staff="k = 0 is not considered.",
)
def skips_0(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(1, n + 1)]
    return int(np.argmax(norms)) + 1, max(norms)


@misconception(
    student="Your norms are powers of one norm: they rise or fall for ever.",
    staff="‖W‖^k for ‖W^k‖.",
)
def powers_of_the_norm(W_hh, n):
    norms = np.linalg.norm(W_hh, 2) ** np.arange(n + 1)
    return int(np.argmax(norms)), norms.max()


@misconception(
    student="Your norms follow the eigenvalues: these know nothing of a transient.",
    staff="max|lambda|^k for ‖W^k‖.",
)
def powers_of_the_radius(W_hh, n):
    norms = np.abs(np.linalg.eigvals(W_hh)).max() ** np.arange(n + 1)
    return int(np.argmax(norms)), norms.max()


@misconception(
    student="Your two numbers are in the wrong order.",
    staff="(value, k).",
)
def swapped(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    return max(norms), int(np.argmax(norms))


@misconception(
    student="Your place of the peak is one too large: "
    "check what the first number of your list belongs to.",
    staff="k + 1: counts from 1.",
)
def counts_from_1(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    return int(np.argmax(norms)) + 1, max(norms)


@misconception(
    student="Your place of the peak is one too small: "
    "check what the first number of your list belongs to.",
    staff="The index in a list that starts at k = 1.",
)
def index_without_0(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(1, n + 1)]
    return (int(np.argmax(norms)), max(norms)) if norms else (0, 1.0)


@misconception(
    student="Your answer stops one power early.",
    staff="k = 0, ..., n - 1.",
)
def stops_early(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(max(n, 1))]
    return int(np.argmax(norms)), max(norms)


@misconception(
    student="Your answer is where the norms begin to fall: they may rise again.",
    staff="The first local maximum.",
)
def first_fall(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    k = 0
    while k < n and norms[k + 1] > norms[k]:
        k += 1
    return k, norms[k]


@misconception(
    student="Your norms measure all entries as one long vector: "
    "check what is computed if you do not say which norm you want.",
    staff="The Frobenius norm.",
)
def frobenius(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k)) for k in range(n + 1)]
    return int(np.argmax(norms)), max(norms)


@misconception(
    student="Your answer is the last power: ask where the norm is largest.",
    staff="(n, ‖W^n‖).",
)
def the_end(W_hh, n):
    return n, np.linalg.norm(np.linalg.matrix_power(W_hh, n), 2)


@misconception(
    student="Your answer is where the norm is smallest.",
    staff="argmin and min.",
)
def the_trough(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    return int(np.argmin(norms)), min(norms)


@misconception(
    student="Your answer is one of two numbers that are asked for.",
    staff="The value alone.",
)
def value_only(W_hh, n):
    return max(np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1))


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Overwrites W_hh with its n-th power; the values are right.",
)
def overwrites_W(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    W_hh[:] = np.linalg.matrix_power(W_hh, n)
    return int(np.argmax(norms)), max(norms)


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, n):
    norms = [np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)]
    print(int(np.argmax(norms)), max(norms))


@variant("The last maximum instead of the first: they differ at ties only, which are not asked.")
def last_maximum(W_hh, n):
    norms = np.array([np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2) for k in range(n + 1)])
    return n - int(np.argmax(norms[::-1])), norms.max()


@variant("Python's max compares pairs by their first part.")
def largest_pair(W_hh, n):
    pairs = [(np.linalg.norm(np.linalg.matrix_power(W_hh, k), 2), k) for k in range(n + 1)]
    value, k = max(pairs)
    return k, value


@variant("A running maximum; a list is a pair.")
def running(W_hh, n):
    best, P = [0, 1.0], np.eye(len(W_hh))
    for k in range(1, n + 1):
        P = P @ W_hh
        if np.linalg.norm(P, 2) > best[1]:
            best = [k, np.linalg.norm(P, 2)]
    return best


@variant("An array of two numbers is a pair, although it makes a float of k.")
def array(W_hh, n):
    norms = [np.linalg.svd(np.linalg.matrix_power(W_hh, k))[1][0] for k in range(n + 1)]
    return np.array([norms.index(max(norms)), max(norms)])
