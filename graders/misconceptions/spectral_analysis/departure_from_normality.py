"""Answers to `departure_from_normality(W_hh)`: ‖WᵀW − WWᵀ‖, the Frobenius norm."""

import math

import numpy as np

from graders.misconceptions import misconception, same_as, variant


@misconception(
    student="Your answer measures the right matrix with another norm.",
    staff="The spectral norm of the commutator.",
)
def spectral(W_hh):
    return np.linalg.norm(W_hh.T @ W_hh - W_hh @ W_hh.T, 2)


@misconception(
    student="Your answer is zero for symmetric matrices only: a rotation is normal, too.",
    staff="‖W - W^T‖.",
)
def asymmetry(W_hh):
    return np.linalg.norm(W_hh - W_hh.T)


@misconception(
    student="One of your two products lacks a transpose.",
    staff="‖W W - W W^T‖.",
)
def no_transpose(W_hh):
    return np.linalg.norm(W_hh @ W_hh - W_hh @ W_hh.T)


@misconception(
    student="Your answer looks at single entries.",
    staff="The largest |entry| of the commutator.",
)
def max_entry(W_hh):
    return np.abs(W_hh.T @ W_hh - W_hh @ W_hh.T).max()


@misconception(
    student="Your answer is another measure of the same thing: follow the formula.",
    staff="Henrici's number, sqrt(‖W‖_F² - sum |lambda|²).",
)
def henrici(W_hh):
    moduli = np.abs(np.linalg.eigvals(W_hh))
    return math.sqrt(max(np.linalg.norm(W_hh) ** 2 - (moduli**2).sum(), 0))


@misconception(
    student="Your answer is zero for rotations only: compare two products with each other.",
    staff="‖W^T W - I‖: the departure from orthogonality.",
)
def from_orthogonality(W_hh):
    return np.linalg.norm(W_hh.T @ W_hh - np.eye(len(W_hh)))


@misconception(
    student="Your answer is the square of a right one.",
    staff="The sum of squares, without the root.",
)
def squared(W_hh):
    return np.sum((W_hh.T @ W_hh - W_hh @ W_hh.T) ** 2)


@misconception(
    student="Your answer is zero for every matrix: you compare what is always equal.",
    staff="Zero: W.T * W - W * W.T, or ‖W^T W‖ - ‖W W^T‖.",
)
def elementwise(W_hh):
    return np.linalg.norm(W_hh.T * W_hh - W_hh * W_hh.T)


@misconception(
    student="Your answer adds up signed entries: they cancel.",
    staff="The absolute sum of all entries.",
)
def sum_of_entries(W_hh):
    return abs(np.sum(W_hh.T @ W_hh - W_hh @ W_hh.T))


@same_as(elementwise)
def difference_of_norms(W_hh):
    return abs(np.linalg.norm(W_hh.T @ W_hh) - np.linalg.norm(W_hh @ W_hh.T))


@misconception(
    student="Your answer compares two other measures of the matrix, its norm and its radius.",
    staff="‖W‖_2 - max|lambda|.",
)
def norm_minus_radius(W_hh):
    return np.linalg.norm(W_hh, 2) - np.abs(np.linalg.eigvals(W_hh)).max()


@misconception(
    student="Your answer is a share of something: the difference itself is asked for.",
    staff="Divides by ‖W‖_F².",
)
def relative(W_hh):
    return np.linalg.norm(W_hh.T @ W_hh - W_hh @ W_hh.T) / max(np.linalg.norm(W_hh) ** 2, 1e-300)


@misconception(
    student="Your answer is a matrix: its norm is asked for.",
    staff="The commutator itself.",
)
def the_commutator(W_hh):
    return W_hh.T @ W_hh - W_hh @ W_hh.T


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Overwrites W_hh with the commutator; the value is right.",
)
def overwrites_W(W_hh):
    W_hh[:] = W_hh.T @ W_hh - W_hh @ W_hh.T
    return np.linalg.norm(W_hh)


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh):
    print(np.linalg.norm(W_hh.T @ W_hh - W_hh @ W_hh.T))


@variant("The trace of C^T C is the sum of the squares of all entries of C.")
def trace(W_hh):
    C = W_hh @ W_hh.T - W_hh.T @ W_hh
    return math.sqrt(np.trace(C.T @ C))


@variant("The length of all entries as one vector.")
def raveled(W_hh):
    return np.linalg.norm((W_hh @ W_hh.T - W_hh.T @ W_hh).ravel())


@variant("The root of the sum of squares; the norm by its name.")
def by_name(W_hh):
    return np.linalg.norm(W_hh @ W_hh.T - W_hh.T @ W_hh, ord="fro").reshape(1)


@variant("The commutator is symmetric: its squared entries sum up to its squared eigenvalues.")
def eigenvalues(W_hh):
    return math.hypot(*np.linalg.eigvalsh(W_hh.T @ W_hh - W_hh @ W_hh.T))
