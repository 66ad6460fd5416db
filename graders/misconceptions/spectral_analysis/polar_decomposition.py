"""Answers to `polar_decomposition(W_hh)`: an orthogonal Q and a symmetric R, W_hh = Q R."""

import numpy as np

from graders.misconceptions import misconception, same_as, variant


@misconception(
    student="Your two factors are in the wrong order.",
    staff="(R, Q).",
)
def swapped(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return Bt.T @ np.diag(sigma) @ Bt, A @ Bt


@misconception(
    student="Your second factor is not the one that acts first: "
    "check which of the two bases of the decomposition it should use.",
    staff="The left polar factor A S A^T: W = R Q instead of W = Q R.",
)
def left_factor(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return A @ Bt, A @ np.diag(sigma) @ A.T


@misconception(
    student="One of your bases is transposed once too often: "
    "check what exactly the function that you call returns.",
    staff="np.linalg.svd returns V^T: taken for V.",
)
def B_not_transposed(W_hh):
    A, sigma, B = np.linalg.svd(W_hh)
    return A @ B.T, B @ np.diag(sigma) @ B.T


@misconception(
    student="Your second factor is the square of a right one.",
    staff="R = W^T W, without the root.",
)
def no_root(W_hh):
    R = W_hh.T @ W_hh
    return W_hh @ np.linalg.pinv(R), R


@misconception(
    student="Your root is taken entry by entry: the square of a matrix is not made of the squares "
    "of its entries.",
    staff="np.sqrt(W^T W), elementwise.",
)
def elementwise_root(W_hh):
    R = np.sqrt(np.abs(W_hh.T @ W_hh))
    return W_hh @ np.linalg.pinv(R), R


@misconception(
    student="Your second factor is a triangle: it should be symmetric.",
    staff="The QR decomposition.",
)
def qr(W_hh):
    Q, R = np.linalg.qr(W_hh)
    return Q, R


@misconception(
    student="Your two factors make W_hh by adding up: they should do so by multiplying.",
    staff="Antisymmetric and symmetric part.",
)
def symmetric_part(W_hh):
    return (W_hh - W_hh.T) / 2, (W_hh + W_hh.T) / 2


@misconception(
    student="Your factors are right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigh of W_hh itself, with |eigenvalues|.",
)
def eigh_of_W(W_hh):
    eigenvalues, U = np.linalg.eigh(W_hh)
    R = U @ np.diag(np.abs(eigenvalues)) @ U.T
    return W_hh @ np.linalg.pinv(R), R


@misconception(
    student="Your second factor is diagonal: it still has to act along the right directions.",
    staff="diag(sigma) for R.",
)
def diagonal_R(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return A @ Bt, np.diag(sigma)


@misconception(
    student="Your first factor is only half of a turn: put both bases together.",
    staff="A for A B^T; R is right.",
)
def half_a_turn(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return A, Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="Your first factor turns back instead of forth.",
    staff="Q^T for Q; R is right.",
)
def turns_back(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return (A @ Bt).T, Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="Both your factors have the wrong sign: their product does not show it.",
    staff="(-Q, -R): R is negative semidefinite.",
)
def both_negative(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return -A @ Bt, -Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="Your first factor is not orthogonal where W_hh flattens a direction: "
    "dividing by the second factor does not work there.",
    staff="Q = W pinv(R): right unless W_hh is singular.",
)
def divides_by_R(W_hh):
    _, sigma, Bt = np.linalg.svd(W_hh)
    R = Bt.T @ np.diag(sigma) @ Bt
    return W_hh @ np.linalg.pinv(R), R


@same_as(divides_by_R)
def drops_flat_directions(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    kept = sigma > 1e-12
    return A[:, kept] @ Bt[kept], Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="Your function returns one of the two factors only.",
    staff="R alone.",
)
def R_only(W_hh):
    _, sigma, Bt = np.linalg.svd(W_hh)
    return Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Overwrites W_hh; the values are right.",
)
def overwrites_W(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    W_hh[:] = A @ Bt
    return A @ Bt, Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    print(A @ Bt, Bt.T @ np.diag(sigma) @ Bt)


@variant("Undoing the turn leaves the stretch.")
def R_from_Q(W_hh):
    A, _, Bt = np.linalg.svd(W_hh)
    Q = A @ Bt
    return Q, Q.T @ W_hh


@variant("R is the root of W^T W, by its eigenvectors; rounding below zero is cut off.")
def R_from_gram(W_hh):
    eigenvalues, V = np.linalg.eigh(W_hh.T @ W_hh)
    A, _, Bt = np.linalg.svd(W_hh)
    return A @ Bt, (V * np.sqrt(np.maximum(eigenvalues, 0))) @ V.T


@variant("Where W_hh flattens a direction, Q may turn or mirror it at will.")
def another_Q(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    signs = np.where(sigma > 1e-9 * max(sigma[0], 1e-300), 1.0, -1.0)
    return (A * signs) @ Bt, (Bt.T * sigma) @ Bt


@variant("The decomposition of the transpose, turned back; a list is a pair.")
def by_the_transpose(W_hh):
    B, sigma, At = np.linalg.svd(W_hh.T)
    return [(B @ At).T, B @ np.diag(sigma) @ B.T]


@variant("An array of two matrices is a pair of them.")
def stacked(W_hh):
    A, sigma, Bt = np.linalg.svd(W_hh)
    return np.stack([A @ Bt, Bt.T @ np.diag(sigma) @ Bt])
