"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Both your norms treat a matrix as one long vector: check what is computed by default.",
    staff="Two mistakes: the Frobenius norm of W_hh, and of diag(tanh'(z)).",
)
def frobenius_everywhere(W_hh, z):
    s = np.linalg.norm(W_hh)
    return np.linalg.norm(np.diag(1 - np.tanh(z) ** 2)) * s, s


@misconception(
    student="Your tight bound is the norm of one matrix, and your norm treats a matrix as one "
    "long vector: two things to look at.",
    staff="Two mistakes: the norm of the Jacobian itself, and the Frobenius norm.",
)
def frobenius_of_jacobian(W_hh, z):
    J = np.diag(1 - np.tanh(z) ** 2) @ W_hh
    return np.linalg.norm(J), np.linalg.norm(W_hh)


@misconception(
    student="Your loose bound uses another norm, and your tight bound an average: "
    "two things to look at.",
    staff="Two mistakes: the Frobenius norm, and the mean tanh'.",
)
def frobenius_mean(W_hh, z):
    s = np.linalg.norm(W_hh)
    return np.mean(1 - np.tanh(z) ** 2) * s, s


@misconception(
    student="Your first number is never below your second, and both are too large: "
    "check the order, then the norm.",
    staff="Two mistakes: the Frobenius norm, and (loose, tight).",
)
def frobenius_swapped(W_hh, z):
    s = np.linalg.norm(W_hh)
    return s, (1 - np.tanh(z) ** 2).max() * s


@misconception(
    student="Your second number is never above your first, and neither needs to be a bound: "
    "check the order, then what eigenvalues tell.",
    staff="Two mistakes: the spectral radius for the norm, and (loose, tight).",
)
def radius_swapped(W_hh, z):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    return s, (1 - np.tanh(z) ** 2).max() * s
