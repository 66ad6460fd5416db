"""Right answers in another form."""

import math

import numpy as np

from graders.misconceptions import variant


@variant("The largest singular value is the spectral norm.")
def svd(W_hh, z):
    s = np.linalg.svd(W_hh)[1][0]
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("The square root of the largest eigenvalue of W^T W is the spectral norm.")
def eigvalsh_gram(W_hh, z):
    s = math.sqrt(np.linalg.eigvalsh(W_hh.T @ W_hh).max())
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("The largest eigenvalue of W W^T is its spectral norm, the square of that of W.")
def root_of_gram_norm(W_hh, z):
    s = np.sqrt(np.linalg.norm(W_hh @ W_hh.T, 2))
    return np.sort(s - s * np.tanh(z) ** 2)[-1], s


@variant("Power iteration on W^T W, run until the norm no longer changes.")
def power_iteration(W_hh, z):
    v = np.ones(len(z)) + 1e-3 * np.arange(len(z))
    s = np.linalg.norm(W_hh @ v) / np.linalg.norm(v)
    for _ in range(100_000):
        if s == 0:
            break
        v = W_hh.T @ (W_hh @ v)
        v = v / np.linalg.norm(v)
        before, s = s, np.linalg.norm(W_hh @ v)
        if abs(s - before) <= 1e-15 * s:
            break
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("Plus and minus the singular values are the eigenvalues of [[0, W], [W^T, 0]].")
def block_eigenvalues(W_hh, z):
    zero = np.zeros_like(W_hh)
    s = np.linalg.eigvalsh(np.block([[zero, W_hh], [W_hh.T, zero]])).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("The first right singular vector is stretched most, by the spectral norm.")
def longest_stretch(W_hh, z):
    v = np.linalg.svd(W_hh)[2][0]
    s = np.linalg.norm(W_hh @ v)
    return s * np.max(1 - np.tanh(z) ** 2), s


@variant("NumPy has a function for norms of matrices only; bounds may be 0-d arrays.")
def matrix_norm(W_hh, z):
    loose = np.linalg.matrix_norm(W_hh, ord=2)
    return np.array(np.amax(1 - np.square(np.tanh(z))) * loose), np.array(loose)


@variant("The spectral norm of a diagonal matrix is its largest absolute entry.")
def diag_norm2(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.linalg.norm(np.diag(1 - np.tanh(z) ** 2), 2) * s, s


@variant("tanh' is largest at the smallest |z|.")
def min_abs_z(W_hh, z):
    s = np.linalg.norm(W_hh, ord=2)
    return (1 - np.tanh(np.abs(z).min()) ** 2) * s, s


@variant("An array of two numbers is a sequence of two numbers.")
def array_of_two(W_hh, z):
    tightest = max(1 - math.tanh(a) ** 2 for a in z)
    return np.linalg.norm(W_hh, 2) * np.array([tightest, 1.0])


@variant("Lists and arrays of one element are numbers too.")
def arrays_of_one(W_hh, z):
    s = np.linalg.norm(W_hh.T, 2, keepdims=True)
    return [s[0] * np.max(1 / np.cosh(z) ** 2), s]


@variant("Single precision is within the tolerance of one step.")
def float32(W_hh, z):
    s = np.linalg.norm(W_hh.astype(np.float32), 2)
    return (1 - np.tanh(z.astype(np.float32)) ** 2).max() * s, s
