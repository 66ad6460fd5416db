"""The size of W_hh is measured by something else than its spectral norm."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your bounds are too large: "
    "your norm treats the matrix as one long vector, as a norm may do by default.",
    staff="The Frobenius norm: np.linalg.norm without an order, or written by hand.",
)
def frobenius(W_hh, zs):
    s = np.linalg.norm(W_hh)
    return float(np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])), s ** len(zs)


@misconception(
    student="Your bounds can be too small to be bounds: "
    "eigenvalues tell how far W_hh stretches only some vectors.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh, zs):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your bounds are made of the largest column sum: "
    "find the norm that goes with the length of vectors.",
    staff="The 1-norm (largest column sum) instead of the spectral norm.",
)
def one_norm(W_hh, zs):
    s = np.linalg.norm(W_hh, 1)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your bounds are made of the largest row sum: "
    "find the norm that goes with the length of vectors.",
    staff="The infinity norm (largest row sum) instead of the spectral norm.",
)
def inf_norm(W_hh, zs):
    s = np.linalg.norm(W_hh, np.inf)
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="Your bounds are too small: a matrix can stretch by more than its largest entry.",
    staff="The largest entry instead of the spectral norm.",
)
def max_entry(W_hh, zs):
    s = np.abs(W_hh).max()
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)


@misconception(
    student="For one step your bounds grow fourfold when W_hh is doubled: "
    "compare with what a norm does.",
    staff="The square of the norm, for instance the largest eigenvalue of W^T W without the root.",
)
def no_sqrt(W_hh, zs):
    s = np.linalg.eigvalsh(W_hh.T @ W_hh).max()
    return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)
