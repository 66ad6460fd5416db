"""Answers to `commutation_gap(W_hh, ds)`: ‖ordered − commuted‖₂."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your answer measures all entries of the difference as one long vector: "
    "check what is computed if you do not say which norm you want.",
    staff="The Frobenius norm of the difference.",
)
def frobenius(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.linalg.norm(ordered - commuted)


@misconception(
    student="Your answer compares how large the products are: "
    "two matrices of the same size can still be far apart.",
    staff="|‖ordered‖ - ‖commuted‖|: the difference of the norms.",
)
def difference_of_norms(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return abs(np.linalg.norm(ordered, 2) - np.linalg.norm(commuted, 2))


@misconception(
    student="Your answer looks at single entries of the difference.",
    staff="The largest |entry| of the difference.",
)
def max_entry(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.abs(ordered - commuted).max()


@misconception(
    student="Your answer is a share of something: the difference itself is asked for.",
    staff="Divides by ‖ordered‖.",
)
def relative(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.linalg.norm(ordered - commuted, 2) / max(np.linalg.norm(ordered, 2), 1e-300)


@misconception(
    student="Your answer follows the eigenvalues of the difference: "
    "a matrix can stretch a vector much further.",
    staff="The spectral radius of the difference.",
)
def radius(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.abs(np.linalg.eigvals(ordered - commuted)).max()


@misconception(
    student="Your answer follows the sums of columns of the difference: "
    "find the norm that goes with the length of vectors.",
    staff="The 1-norm of the difference.",
)
def one_norm(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.linalg.norm(ordered - commuted, 1)


@misconception(
    student="One of your two products has its steps in the wrong order.",
    staff="The ascending product D_1 W ... D_n W in place of the ordered one.",
)
def ascending(W_hh, ds):
    product = np.eye(len(W_hh))
    for delta in ds:
        product = product @ np.diag(delta) @ W_hh
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.linalg.norm(product - commuted, 2)


@misconception(
    student="Your commuted product has its diagonals on the other side.",
    staff="W^n prod D_k in place of prod D_k W^n.",
)
def D_right(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.linalg.matrix_power(W_hh, len(ds)) @ np.diag(np.prod(ds, axis=0))
    return np.linalg.norm(ordered - commuted, 2)


@misconception(
    student="Your answer compares the diagonals and the weights themselves: "
    "the two products are to be compared.",
    staff="‖W D - D W‖ with D the product of the diagonals.",
)
def commutator(W_hh, ds):
    D = np.diag(np.prod(ds, axis=0))
    return np.linalg.norm(W_hh @ D - D @ W_hh, 2)


@misconception(
    student="Your answer is the square of a right one.",
    staff="The squared norm: the root of the largest eigenvalue is missing.",
)
def squared(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.linalg.norm(ordered - commuted, 2) ** 2


@misconception(
    student="Your answer is always zero: that is what the document claims, "
    "or a part that is not written yet.",
    staff="0.0: believes the document, or a placeholder.",
)
def always_zero(W_hh, ds):
    return 0.0


@misconception(
    student="Your answer is a matrix: its norm is asked for.",
    staff="The difference itself.",
)
def the_difference(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    return ordered - np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your function changes the array ds of its caller: work on one of your own.",
    staff="Accumulates the products of diagonals in ds; the value is right.",
)
def overwrites_ds(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    np.cumprod(ds, axis=0, out=ds)
    D = ds[-1] if len(ds) else np.ones(len(W_hh))
    return np.linalg.norm(ordered - np.diag(D) @ np.linalg.matrix_power(W_hh, len(ds)), 2)


@variant("The first singular value of the difference.")
def svd(W_hh, ds):
    ordered = commuted = np.eye(len(W_hh))
    for delta in ds:
        ordered = delta[:, None] * (W_hh @ ordered)
        commuted = W_hh @ commuted
    return np.linalg.svd(ordered - ds.prod(axis=0)[:, None] * commuted)[1][0]


@variant("The difference with the other sign has the same norm.")
def other_sign(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds[::-1]:
        ordered = ordered @ np.diag(delta) @ W_hh
    commuted = np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return np.array(np.linalg.norm(commuted - ordered, ord=2))


@variant("The root of the largest eigenvalue of E^T E; what rounding leaves below zero is cut off.")
def gram(W_hh, ds):
    ordered = np.eye(len(W_hh))
    for delta in ds:
        ordered = np.diag(delta) @ W_hh @ ordered
    E = ordered - np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))
    return math.sqrt(max(np.linalg.eigvalsh(E.T @ E)[-1], 0.0))
