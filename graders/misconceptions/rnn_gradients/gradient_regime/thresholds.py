"""The right norm, compared with the wrong numbers."""

import math

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your function hardly ever gives the third answer, if at all: ask what tol is for.",
    staff="No 'borderline', or only for s == 1 or a fixed tolerance below 1e-7 (math.isclose takes "
    "1e-9 by itself), instead of |s - 1| <= tol.",
)
def no_borderline(W_hh, tol=1e-6):
    return "vanishing" if np.linalg.norm(W_hh, 2) < 1 else "may_explode"


@same_as(no_borderline)
def exact_one(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s == 1:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@same_as(no_borderline)
def math_isclose(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if math.isclose(s, 1):
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your function never gives the third answer: "
    "check on which side of one each of your thresholds lies.",
    staff="The signs of tol exchanged: 'vanishing' below 1 + tol, 'may_explode' above.",
)
def tol_signs_exchanged(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s < 1 + tol:
        return "vanishing"
    if s > 1 - tol:
        return "may_explode"
    return "borderline"


@misconception(
    student="Your third answer is given too often for the default of tol, and too rarely for "
    "another: check which tolerance you compare with.",
    staff="A tolerance between 1e-5 and 0.03, whatever tol is: np.isclose takes 1e-5 by itself.",
)
def np_isclose(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if np.isclose(s, 1):
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer is right for the default of tol only: try another tolerance.",
    staff="Hard-codes 1e-6; tol is not used.",
)
def ignores_tol(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= 1e-6:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your third answer is given too often: tol says how close is close enough.",
    staff="'Approximately 1' read as within 10 %; tol is not used.",
)
def wide_tol(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= 0.1:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your third answer is never given just above one: "
    "a norm can miss one in two directions.",
    staff="tol is applied below 1 only.",
)
def tol_below_only(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s < 1 - tol:
        return "vanishing"
    if s > 1:
        return "may_explode"
    return "borderline"


@misconception(
    student="Your third answer is never given just below one: "
    "a norm can miss one in two directions.",
    staff="tol is applied above 1 only.",
)
def tol_above_only(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s < 1:
        return "vanishing"
    if s > 1 + tol:
        return "may_explode"
    return "borderline"


@misconception(
    student="Your third answer is given in a range that is not the one which tol describes: "
    "compare your bounds with tol, above and below.",
    staff="The squared norm held against 1: about half the range, as where the root of the "
    "largest eigenvalue of W_hh^T W_hh is forgotten.",
)
def squared_norm(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2) ** 2
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your third answer is given slightly too far above one: "
    "a tolerance can be relative or absolute.",
    staff="math.isclose(s, 1, rel_tol=tol): relative to the larger of the two.",
)
def math_isclose_relative(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if math.isclose(s, 1, rel_tol=tol):
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your third answer is given too far above one and not far enough below: "
    "measure the distance itself.",
    staff="|ln s| <= tol: a ratio in place of a difference.",
)
def logarithm(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(np.log(s)) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"
