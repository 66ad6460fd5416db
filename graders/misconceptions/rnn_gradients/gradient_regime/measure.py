"""Something else than the spectral norm."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your answer follows the eigenvalues: a matrix can stretch a vector much further.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh, tol=1e-6):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer is right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigvalsh on a matrix that is not symmetric: it reads the lower triangle only.",
)
def eigvalsh(W_hh, tol=1e-6):
    s = np.abs(np.linalg.eigvalsh(W_hh)).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows the norm of all entries taken as one long vector: "
    "find the one that says how far a vector can be stretched.",
    staff="The Frobenius norm, which is what np.linalg.norm computes by default.",
)
def frobenius(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows the sums of columns: "
    "find the norm that goes with the length of vectors.",
    staff="The 1-norm (largest column sum) instead of the spectral norm.",
)
def one_norm(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 1)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows the sums of rows: "
    "find the norm that goes with the length of vectors.",
    staff="The infinity norm (largest row sum) instead of the spectral norm.",
)
def inf_norm(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, np.inf)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer looks at the columns one at a time: "
    "a vector that mixes them can be stretched further.",
    staff="The longest column (the image of a basis vector) instead of the spectral norm.",
)
def longest_column(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, axis=0).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer looks at single entries: a matrix of small entries can stretch a vector.",
    staff="The largest entry instead of the spectral norm.",
)
def max_entry(W_hh, tol=1e-6):
    s = np.abs(W_hh).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows the direction that W_hh stretches least: "
    "ask which direction decides.",
    staff="The smallest singular value instead of the largest.",
)
def sigma_min(W_hh, tol=1e-6):
    s = np.linalg.svd(W_hh, compute_uv=False).min()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows how W_hh changes volumes, not how it changes lengths.",
    staff="The determinant instead of the spectral norm.",
)
def determinant(W_hh, tol=1e-6):
    s = abs(np.linalg.det(W_hh))
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm: look at how you combine the singular values.",
    staff="The sum of the singular values (nuclear norm) instead of the largest.",
)
def nuclear(W_hh, tol=1e-6):
    s = np.linalg.svd(W_hh, compute_uv=False).sum()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="You demand that every direction shrinks or every direction grows: "
    "one direction is enough for one of your words.",
    staff="'may_explode' only if all singular values exceed 1, else 'borderline'.",
)
def all_directions(W_hh, tol=1e-6):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    if np.all(sigma < 1 - tol):
        return "vanishing"
    if np.all(sigma > 1 + tol):
        return "may_explode"
    return "borderline"
