"""Answers to `spectral_norm(W_hh)`: the largest singular value."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your answer follows the eigenvalues: a matrix can stretch a vector much further.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh):
    return np.abs(np.linalg.eigvals(W_hh)).max()


@misconception(
    student="Your answer is the square of a right one: look at what the eigenvalues that you "
    "compute are the squares of.",
    staff="The largest eigenvalue of W^T W, without the root.",
)
def no_root(W_hh):
    return np.linalg.eigvalsh(W_hh.T @ W_hh).max()


@misconception(
    student="Your answer measures all entries as one long vector: "
    "check what is computed if you do not say which norm you want.",
    staff="The Frobenius norm, which is what np.linalg.norm computes by default.",
)
def frobenius(W_hh):
    return np.linalg.norm(W_hh)


@misconception(
    student="Your answer follows the sums of rows: "
    "find the norm that goes with the length of vectors.",
    staff="The infinity norm (largest row sum).",
)
def inf_norm(W_hh):
    return np.linalg.norm(W_hh, np.inf)


@misconception(
    student="Your answer follows the sums of columns: "
    "find the norm that goes with the length of vectors.",
    staff="The 1-norm (largest column sum).",
)
def one_norm(W_hh):
    return np.linalg.norm(W_hh, 1)


@misconception(
    student="Your answer adds up how far each direction is stretched.",
    staff="The sum of the singular values (nuclear norm).",
)
def nuclear(W_hh):
    return np.linalg.norm(W_hh, "nuc")


@misconception(
    student="Your answer looks at single entries: a matrix of small entries can stretch a vector.",
    staff="The largest |entry|.",
)
def max_entry(W_hh):
    return np.abs(W_hh).max()


@misconception(
    student="Your answer is about the direction that is stretched least.",
    staff="The smallest singular value.",
)
def smallest(W_hh):
    return np.linalg.svd(W_hh, compute_uv=False)[-1]


@misconception(
    student="Your answer looks at the columns one at a time: "
    "a vector that mixes them can be stretched further.",
    staff="The longest column.",
)
def longest_column(W_hh):
    return np.linalg.norm(W_hh, axis=0).max()


@misconception(
    student="Your answer is right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigvalsh on a matrix that is not symmetric.",
)
def eigvalsh(W_hh):
    return np.abs(np.linalg.eigvalsh(W_hh)).max()


@misconception(
    student="Your answer forgets a part of the matrix: look at what becomes of the part that "
    "turns.",
    staff="The norm of the symmetric part (W + W^T) / 2.",
)
def symmetric_part(W_hh):
    return np.linalg.norm((W_hh + W_hh.T) / 2, 2)


@misconception(
    student="Your answer is one number for each direction: one for the matrix is asked for.",
    staff="All singular values.",
)
def all_values(W_hh):
    return np.linalg.svd(W_hh, compute_uv=False)


@misconception(
    student="Your answer is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh):
    return round(float(np.linalg.norm(W_hh, 2)), 3)


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Divides W_hh in place; the value is right.",
)
def overwrites_W(W_hh):
    norm = np.linalg.norm(W_hh, 2)
    W_hh /= norm + 1
    return norm


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh):
    print(np.linalg.norm(W_hh, 2))


@variant("The first singular value is the largest.")
def svd(W_hh):
    return np.linalg.svd(W_hh)[1][0]


@variant("The root of the largest eigenvalue of W^T W.")
def gram(W_hh):
    return math.sqrt(np.linalg.eigvalsh(W_hh.T @ W_hh)[-1])


@variant("The eigenvalues of [[0, W], [W^T, 0]] are the singular values, with both signs.")
def block(W_hh):
    zero = np.zeros_like(W_hh)
    return np.linalg.eigvalsh(np.block([[zero, W_hh], [W_hh.T, zero]]))[-1]


@variant("A matrix and its transpose stretch equally; np.matrix is an array.")
def transposed_matrix(W_hh):
    return np.linalg.norm(np.matrix(W_hh).T, ord=2)


@variant("The eigenvalues of W W^T are real, whatever the solver says; an array of one entry.")
def general_solver(W_hh):
    return np.sqrt(np.max(np.abs(np.linalg.eigvals(W_hh @ W_hh.T)), keepdims=True))
