"""Right answers that look unlike ours."""

import math

import numpy as np

from graders.misconceptions import variant


@variant("The largest singular value is the spectral norm.")
def svd(W_hh, tol=1e-6):
    s = np.linalg.svd(W_hh, compute_uv=False)[0]
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@variant("A NumPy string is a string.")
def np_str(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    words = np.array(["vanishing", "borderline", "may_explode"])
    return words[int(s >= 1 - tol) + int(s > 1 + tol)]


@variant("The root of the largest eigenvalue of W^T W is the spectral norm.")
def gram(W_hh, tol=1e-6):
    s = math.sqrt(np.linalg.eigvalsh(W_hh.T @ W_hh)[-1])
    if s > 1 + tol:
        return "may_explode"
    return "borderline" if s >= 1 - tol else "vanishing"


@variant("All singular values below the threshold, any above it: the largest one decides.")
def all_or_any(W_hh, tol=1e-6):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    if all(sigma < 1 - tol):
        return "vanishing"
    if any(sigma > 1 + tol):
        return "may_explode"
    return "borderline"


@variant("The sign of the excess picks the word.")
def sign_of_excess(W_hh, tol=1e-6):
    excess = np.linalg.norm(W_hh.T, ord=2) - 1
    sign = 0 if abs(excess) <= tol else int(np.sign(excess))
    return {-1: "vanishing", 0: "borderline", 1: "may_explode"}[sign]


@variant("np.where gives an array, and str makes a word of it.")
def where(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    return str(
        np.where(s < 1 - tol, "vanishing", np.where(s > 1 + tol, "may_explode", "borderline"))
    )


@variant("With rtol=0, np.isclose asks for an absolute difference of at most atol.")
def isclose(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if np.isclose(s, 1, rtol=0, atol=tol):
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@variant("The place of the norm among the two thresholds is the place of its word.")
def searchsorted(W_hh, tol=1e-6):
    words = ["vanishing", "borderline", "may_explode"]
    return words[np.searchsorted([1 - tol, 1 + tol], np.linalg.norm(W_hh, 2))]


@variant("The eigenvalues of [[0, W], [W^T, 0]] are the singular values of W, with both signs.")
def block_eigenvalues(W_hh, tol=1e-6):
    zero = np.zeros_like(W_hh)
    s = np.linalg.eigvalsh(np.block([[zero, W_hh], [W_hh.T, zero]]))[-1]
    if s < 1 - tol:
        return "vanishing"
    return "may_explode" if s > 1 + tol else "borderline"
