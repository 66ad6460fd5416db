"""Two mistakes at once."""

import math

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your answer follows the eigenvalues, and one of your words claims too much: "
    "two things to look at.",
    staff="Two mistakes: the spectral radius for the norm, and 'exploding' for 'may_explode'.",
)
def radius_doc_label(W_hh, tol=1e-6):
    s = np.max(np.abs(np.linalg.eigvals(W_hh)))
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "exploding"


@misconception(
    student="Your answer follows the eigenvalues, and is never the third word: "
    "two things to look at.",
    staff="Two mistakes: the spectral radius for the norm, and no 'borderline'.",
)
def radius_no_borderline(W_hh, tol=1e-6):
    return "vanishing" if np.abs(np.linalg.eigvals(W_hh)).max() < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm, and is never the third word: two things to look at.",
    staff="Two mistakes: the Frobenius norm, and no 'borderline'.",
)
def frobenius_no_borderline(W_hh, tol=1e-6):
    return "vanishing" if np.linalg.norm(W_hh) < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm, and one of your words claims too much: "
    "two things to look at.",
    staff="Two mistakes: the Frobenius norm, and 'exploding' for 'may_explode'.",
)
def frobenius_doc_label(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "exploding"


@misconception(
    student="Your function changes the matrix W_hh of its caller, and follows another norm: "
    "two things to look at.",
    staff="Two mistakes: the Frobenius norm, and W_hh squared in place on the way to it.",
)
def squares_in_place(W_hh, tol=1e-6):
    W_hh *= W_hh
    s = math.sqrt(W_hh.sum())
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"
