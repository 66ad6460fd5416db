"""Answers to `ordered_product(W_hh, ds)`: D_n W_hh ⋯ D_1 W_hh."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, same_as, variant


@misconception(
    student="Your factors stand in the wrong order: "
    "the step that acts first stands next to the vector.",
    staff="D_1 W D_2 W ... D_n W, as document 002's product sign reads.",
)
def ascending(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = P @ np.diag(delta) @ W_hh
    return P


@same_as(ascending)
def reversed_loop(W_hh, ds):
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds[::-1], np.eye(len(W_hh)))


@misconception(
    student="Your answer does not depend on the derivatives.",
    staff="W^n: no D at all.",
)
def no_D(W_hh, ds):
    return np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your derivatives are pulled out of the product: "
    "that is the other question, and not the same.",
    staff="(prod D_k) W^n: the commuted product of document 001.",
)
def commuted(W_hh, ds):
    return np.diag(np.prod(ds, axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))


@misconception(
    student="Your derivatives scale columns: look again at which index they belong to.",
    staff="W D_n ... W D_1: the diagonal on the wrong side.",
)
def W_diag(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = W_hh @ np.diag(delta) @ P
    return P


@misconception(
    student="Your product multiplies entry by entry where it should multiply matrices.",
    staff="Elementwise products of the Jacobians.",
)
def elementwise(W_hh, ds):
    P = np.eye(len(W_hh)) if len(ds) == 0 else np.ones_like(W_hh)
    for delta in ds:
        P = P * (delta[:, None] * W_hh)
    return P


@misconception(
    student="Your product uses the derivatives of one step for all steps.",
    staff="(D_n W)^n: the newest D in every factor.",
)
def newest_D_only(W_hh, ds):
    J = np.diag(ds[-1]) @ W_hh if len(ds) else np.eye(len(W_hh))
    return np.linalg.matrix_power(J, len(ds))


@misconception(
    student="Your product uses mean derivatives for all steps.",
    staff="(mean(D) W)^n.",
)
def mean_D(W_hh, ds):
    J = np.diag(ds.mean(axis=0)) @ W_hh if len(ds) else np.eye(len(W_hh))
    return np.linalg.matrix_power(J, len(ds))


@misconception(
    student="Your product leaves out the newest step.",
    staff="n - 1 factors: the last one is missing.",
)
def drops_newest(W_hh, ds):
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds[:-1], np.eye(len(W_hh)))


@misconception(
    student="Your product leaves out the oldest step.",
    staff="n - 1 factors: the first one is missing.",
)
def drops_oldest(W_hh, ds):
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds[1:], np.eye(len(W_hh)))


@misconception(
    student="Your product has one factor W_hh too many.",
    staff="Starts with W_hh instead of the identity.",
)
def starts_with_W(W_hh, ds):
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds, W_hh)


@misconception(
    student="You take derivatives of what already are derivatives: "
    "look at what the argument holds.",
    staff="Takes ds for pre-activations: 1 - tanh(ds)^2.",
)
def derivative_again(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = np.diag(1 - np.tanh(delta) ** 2) @ W_hh @ P
    return P


@misconception(
    student="Your answer is the product for row vectors: look at which index says what moved.",
    staff="The transpose.",
)
def transposed(W_hh, ds):
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds, np.eye(len(W_hh))).T


@misconception(
    student="Your answer for no step at all says that the state is lost: "
    "find the matrix that is the product of no factors.",
    staff="Zeros for n = 0.",
)
def no_step_zero(W_hh, ds):
    if len(ds) == 0:
        return np.zeros_like(W_hh)
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds, np.eye(len(W_hh)))


@misconception(
    student="Your function raises an error for no step at all: ask what a product starts from.",
    staff="TypeError for n = 0: reduce without a start.",
)
def no_start(W_hh, ds):
    return reduce(lambda P, J: J @ P, [np.diag(delta) @ W_hh for delta in ds])


@misconception(
    student="Your function reverses the list of its caller: work on one of your own.",
    staff="Reverses ds in place; the value is right.",
)
def reverses_in_place(W_hh, ds):
    ds[:] = ds[::-1].copy()
    return reduce(lambda P, delta: P @ np.diag(delta) @ W_hh, ds, np.eye(len(W_hh)))


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, ds):
    print(reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds, np.eye(len(W_hh))))


@variant("A fold, the oldest step first.")
def fold(W_hh, ds):
    return reduce(lambda P, delta: np.diag(delta) @ W_hh @ P, ds, np.eye(len(W_hh)))


@variant("Scaling rows is multiplying with a diagonal matrix from the left.")
def scaled_rows(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = delta[:, None] * (W_hh @ P)
    return P


@variant("From the newest step down, multiplying from the right.")
def newest_first(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds[::-1]:
        P = P @ (np.diag(delta) @ W_hh)
    return np.matrix(P)


@variant("A recursion over the steps.")
def recursive(W_hh, ds):
    def product(k):
        return np.diag(ds[k - 1]) @ W_hh @ product(k - 1) if k else np.eye(len(W_hh))

    return product(len(ds))


@variant("Column by column: what the steps do to each unit vector.")
def column_by_column(W_hh, ds):
    columns = []
    for v in np.eye(len(W_hh)):
        for delta in ds:
            v = delta * (W_hh @ v)
        columns.append(v)
    return np.transpose(columns).tolist()


@variant("Index notation.")
def einsum(W_hh, ds):
    P = np.eye(len(W_hh))
    for delta in ds:
        P = np.einsum("r,rs,sc->rc", delta, W_hh, P)
    return P
