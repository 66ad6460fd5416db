"""Answers to `eigen_power(W_hh, k)`: U Sᵏ U⁻¹."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, same_as, variant


@misconception(
    student="Your eigenvectors are treated as if they stood at right angles: "
    "check what undoes a matrix that is not orthogonal.",
    staff="U^H (or U^T) for U^-1.",
)
def conjugate_transpose(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(eigenvalues**k) @ U.conj().T)


@misconception(
    student="Your eigenvectors are treated as if they were real and at right angles: "
    "check what undoes a matrix that is not orthogonal.",
    staff="U^T for U^-1, without conjugation; differs from U^H for complex eigenvectors.",
)
def plain_transpose(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(eigenvalues**k) @ U.T)


@misconception(
    student="Your answer is right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigh on a matrix that is not symmetric.",
)
def eigh(W_hh, k):
    eigenvalues, U = np.linalg.eigh(W_hh)
    return U @ np.diag(eigenvalues**k) @ U.T


@misconception(
    student="Your answer raises every entry to the power: a matrix acts again and again instead.",
    staff="Elementwise power W_hh ** k.",
)
def elementwise(W_hh, k):
    return W_hh**k


@misconception(
    student="Your eigenvalues grow in proportion to the number of steps, not by a factor in each.",
    staff="k * eigenvalues for eigenvalues ** k.",
)
def k_times(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(eigenvalues * k) @ np.linalg.inv(U))


@misconception(
    student="Your answer is the same for every number of steps.",
    staff="No power: U S U^-1, or W_hh itself.",
)
def no_power(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(eigenvalues) @ np.linalg.inv(U))


@same_as(no_power)
def the_matrix(W_hh, k):
    return W_hh.copy()


@misconception(
    student="Your change of axes is undone before it is done: "
    "look at which side the eigenvectors stand on.",
    staff="U^-1 S^k U for U S^k U^-1.",
)
def inverse_left(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(np.linalg.inv(U) @ np.diag(eigenvalues**k) @ U)


@misconception(
    student="Your eigenvalues have lost their sign, or their angle.",
    staff="|eigenvalues| ** k.",
)
def moduli(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(np.abs(eigenvalues) ** k) @ np.linalg.inv(U))


@misconception(
    student="Your eigenvectors or eigenvalues lost a part too early: "
    "only the finished product is real.",
    staff="Takes the real parts of eigenvalues and eigenvectors before multiplying.",
)
def real_too_early(W_hh, k):
    eigenvalues, U = (part.real for part in np.linalg.eig(W_hh))
    return U @ np.diag(eigenvalues**k) @ np.linalg.pinv(U)


@misconception(
    student="Your answer is stored as complex numbers: the power of a real matrix is real.",
    staff="Returns a complex array.",
)
def complex_result(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh.astype(complex))
    return U @ np.diag(eigenvalues**k) @ np.linalg.inv(U)


@misconception(
    student="Your answer has one factor too many.",
    staff="k + 1 factors.",
)
def k_plus_1(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(eigenvalues ** (k + 1)) @ np.linalg.inv(U))


@misconception(
    student="Your answer is the matrix of eigenvalues: it still has to act along the eigenvectors.",
    staff="S^k alone.",
)
def diagonal_only(W_hh, k):
    return np.diag(np.real(np.linalg.eigvals(W_hh) ** k))


@misconception(
    student="Your answer never undoes the change of axes.",
    staff="U S^k, without U^-1.",
)
def no_inverse(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.real(U @ np.diag(eigenvalues**k))


@misconception(
    student="Your answer for no step at all is that of one step.",
    staff="A product that starts with W_hh: k = 0 gives W_hh, all others are right.",
)
def starts_with_W(W_hh, k):
    return reduce(np.matmul, [W_hh] * max(k, 1))


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Multiplies in place: W_hh becomes its power; the value is right.",
)
def overwrites_W(W_hh, k):
    W_hh[:] = np.linalg.matrix_power(W_hh, k)
    return W_hh.copy()


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, k):
    print(np.linalg.matrix_power(W_hh, k))


@variant("The right value by another route.")
def matrix_power(W_hh, k):
    return np.linalg.matrix_power(W_hh, k)


@variant("Eigenvectors of the transpose are the rows of the inverse.")
def left_vectors(W_hh, k):
    eigenvalues, V = np.linalg.eig(W_hh.T)
    return np.real(np.linalg.inv(V.T) @ np.diag(eigenvalues**k) @ V.T)


@variant("Scaling columns is multiplying with a diagonal matrix from the right.")
def scaled_columns(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return ((U * eigenvalues**k) @ np.linalg.inv(U)).real


@variant("Solving replaces the inverse.")
def solve(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    return np.linalg.solve(U.T, (U * eigenvalues**k).T).T.real


@variant("One multiplication for each step.")
def loop(W_hh, k):
    product = np.eye(len(W_hh))
    for _ in range(k):
        product = product @ W_hh
    return product.tolist()


@variant("A sum over the eigenvectors, each with its own projector.")
def projectors(W_hh, k):
    eigenvalues, U = np.linalg.eig(W_hh)
    rows = np.linalg.inv(U)
    parts = [value**k * np.outer(u, v) for value, u, v in zip(eigenvalues, U.T, rows, strict=True)]
    return np.sum(parts, axis=0).real
