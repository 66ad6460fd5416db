"""The size of W_hh is measured by something else than its spectral norm."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your bounds are too large: "
    "your norm treats the matrix as one long vector, as a norm may do by default.",
    staff="The Frobenius norm: np.linalg.norm without an order, or written by hand.",
)
def frobenius(W_hh, z):
    s = np.linalg.norm(W_hh)
    return (1 - np.tanh(z) ** 2).max() * s, s


@same_as(frobenius)
def abs_2norm_flat(W_hh, z):
    s = np.sqrt((W_hh**2).sum())
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound can be too small to be a bound: "
    "eigenvalues tell how far W_hh stretches only some vectors.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh, z):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound can be negative: eigenvalues are not what a norm is made of.",
    staff="The largest real part of an eigenvalue instead of the spectral norm.",
)
def max_real_eig(W_hh, z):
    s = np.linalg.eigvals(W_hh).real.max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your bounds are complex numbers for some matrices: the size of a matrix never is.",
    staff="The largest eigenvalue, which may be complex, instead of the spectral norm.",
)
def largest_eigenvalue(W_hh, z):
    s = np.linalg.eigvals(W_hh).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is right for symmetric matrices only: "
    "check what is taken for granted about W_hh on the way.",
    staff="The norm of another matrix: "
    "np.linalg.eigvalsh reads the lower triangle only and mirrors it.",
)
def eigvalsh(W_hh, z):
    s = np.abs(np.linalg.eigvalsh(W_hh)).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is the largest column sum: "
    "find the norm that goes with the length of vectors.",
    staff="The 1-norm (largest column sum) instead of the spectral norm.",
)
def one_norm(W_hh, z):
    s = np.linalg.norm(W_hh, 1)
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is the largest row sum: "
    "find the norm that goes with the length of vectors.",
    staff="The infinity norm (largest row sum) instead of the spectral norm.",
)
def inf_norm(W_hh, z):
    s = np.linalg.norm(W_hh, np.inf)
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too small: vectors between the axes may be stretched even more.",
    staff="The largest length of a column of W_hh: what W_hh does to the standard basis.",
)
def longest_column(W_hh, z):
    s = np.linalg.norm(W_hh, axis=0).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too small: a matrix can stretch by more than its largest entry.",
    staff="The largest entry instead of the spectral norm.",
)
def max_entry(W_hh, z):
    s = np.abs(W_hh).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your bounds are too large: look at what your norm makes of the singular values.",
    staff="The sum of the singular values (nuclear norm) instead of the largest.",
)
def nuclear(W_hh, z):
    s = np.linalg.norm(W_hh, "nuc")
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too small: it tells how little W_hh can stretch.",
    staff="The smallest singular value instead of the largest.",
)
def sigma_min(W_hh, z):
    s = np.linalg.svd(W_hh)[1].min()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too small, and fails for one unit: "
    "recall where NumPy starts to count.",
    staff="The second singular value: svd sorts from the largest, which has index 0.",
)
def second_singular_value(W_hh, z):
    s = np.linalg.svd(W_hh, compute_uv=False)[1]
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Both your bounds grow fourfold when W_hh is doubled: compare with what a norm does.",
    staff="The square of the norm, for instance the largest eigenvalue of W^T W without the root.",
)
def no_sqrt(W_hh, z):
    s = np.linalg.eigvalsh(W_hh.T @ W_hh).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound tells how W_hh changes volumes, not how it changes lengths.",
    staff="The determinant instead of the spectral norm.",
)
def det(W_hh, z):
    s = abs(np.linalg.det(W_hh))
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your bounds are a little too small: an iteration of yours ends before it has arrived.",
    staff="Ten steps of power iteration from a vector of ones: not converged.",
)
def few_power_iterations(W_hh, z):
    v = np.ones(len(z))
    for _ in range(10):
        v = W_hh.T @ (W_hh @ v)
        v = v / np.linalg.norm(v)
    s = np.linalg.norm(W_hh @ v)
    return (1 - np.tanh(z) ** 2).max() * s, s
