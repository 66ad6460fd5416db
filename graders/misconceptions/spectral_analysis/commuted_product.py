"""Answers to `commuted_product(W_hh, ds)`: D_n ⋯ D_1 W_hhⁿ."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your answer is the true product: here the one of the document is asked for.",
    staff="The ordered product.",
)
def ordered(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = np.diag(delta) @ W_hh @ P
    return P


@misconception(
    student="Your power is taken entry by entry: a matrix acts again and again instead.",
    staff="W ** n, elementwise.",
)
def elementwise_power(W_hh, ds):
    return np.diag(np.prod(ds, axis=0)) @ W_hh ** len(ds)


@misconception(
    student="Your derivatives are added up: each step multiplies by its own.",
    staff="sum of the D_k for their product.",
)
def sum_of_D(W_hh, ds):
    return np.diag(np.sum(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your product has the derivatives of one step only.",
    staff="D_n W^n.",
)
def newest_D_only(W_hh, ds):
    D = np.diag(ds[-1]) if len(ds) else np.eye(len(W_hh))
    return D @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your derivatives scale columns: they should stand on the other side.",
    staff="W^n D_n ... D_1.",
)
def D_right(W_hh, ds):
    return np.linalg.matrix_power(W_hh, len(ds)) @ np.diag(np.prod(ds, axis=0))


@misconception(
    student="Your answer does not depend on the derivatives.",
    staff="W^n: no D at all.",
)
def no_D(W_hh, ds):
    return np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your weights act only once: they act in every step.",
    staff="prod D_k times W: no power.",
)
def W_once(W_hh, ds):
    return np.diag(np.prod(ds, axis=0)) @ (W_hh if len(ds) else np.eye(len(W_hh)))


@misconception(
    student="Your power counts units where it should count steps.",
    staff="W^d for W^n: len of the wrong array, or axis 1 for axis 0.",
)
def power_of_units(W_hh, ds):
    return np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(W_hh))


@misconception(
    student="Your derivatives are replaced by one number for all units.",
    staff="The largest derivative of each step in place of D_k.",
)
def largest_derivative(W_hh, ds):
    return np.prod(ds.max(axis=1)) * np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your answer for no step at all says that the state is lost: "
    "find the matrix that is the product of no factors.",
    staff="Zeros for n = 0.",
)
def no_step_zero(W_hh, ds):
    if len(ds) == 0:
        return np.zeros_like(W_hh)
    return np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your function looks for a first step where there is none: this case has an answer.",
    staff="IndexError for n = 0: starts with ds[0].",
)
def starts_with_first_step(W_hh, ds):
    D = ds[0].copy()
    for delta in ds[1:]:
        D *= delta
    return np.diag(D) @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your function changes the array ds of its caller: work on one of your own.",
    staff="Accumulates the products in ds; the value is right.",
)
def overwrites_ds(W_hh, ds):
    np.cumprod(ds, axis=0, out=ds)
    D = ds[-1] if len(ds) else np.ones(len(W_hh))
    return np.diag(D) @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your function returns the diagonals and the power apart: multiply them.",
    staff="A tuple of the product of diagonals and W^n.",
)
def two_parts(W_hh, ds):
    return np.diag(np.prod(ds, axis=0)), np.linalg.matrix_power(W_hh, len(ds))


@variant("Scaling rows is multiplying with a diagonal matrix from the left.")
def scaled_rows(W_hh, ds):
    return ds.prod(axis=0)[:, None] * np.linalg.matrix_power(W_hh, len(ds))


@variant("One factor after the other: first all weights, then all diagonals.")
def loops(W_hh, ds):
    P = np.eye(len(W_hh))
    for _ in ds:
        P = W_hh @ P
    for delta in ds:
        P = np.diag(delta) @ P
    return P


@variant("Diagonal matrices commute with each other, so their order does not matter.")
def fold(W_hh, ds):
    D = reduce(lambda D, delta: D @ np.diag(delta), ds, np.eye(len(W_hh)))
    return (D @ reduce(np.matmul, [W_hh] * len(ds), np.eye(len(W_hh)))).tolist()


@variant("A multiplication with np.matrix is a matrix product, and so is its power.")
def with_matrix(W_hh, ds):
    return np.matrix(np.diag(np.prod(ds, axis=0))) * np.matrix(W_hh) ** len(ds)
