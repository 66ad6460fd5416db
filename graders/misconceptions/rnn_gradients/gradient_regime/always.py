"""One word for every matrix."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="You call every matrix vanishing: "
    "check your threshold, or whether a part is not written yet.",
    staff="Always 'vanishing': a placeholder, or the threshold of the logistic function (norm 4) "
    "instead of that of tanh.",
)
def always_vanishing(W_hh, tol=1e-6):
    return "vanishing"


@same_as(always_vanishing)
def quarter(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2) / 4
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="You say of every matrix that it may explode: "
    "check what you compare the norm with, or whether a part is not written yet.",
    staff="Always 'may_explode': a placeholder, or the norm compared with tol instead of 1 - tol "
    "and 1 + tol.",
)
def always_may_explode(W_hh, tol=1e-6):
    return "may_explode"


@misconception(
    student="You give the third answer for every matrix: look for an error that is caught and "
    "never seen, or for a part that is not written yet.",
    staff="Always 'borderline': a placeholder, or an except branch that answers, as when an order "
    "of the norm that is a string raises ValueError.",
)
def always_borderline(W_hh, tol=1e-6):
    return "borderline"


@same_as(always_borderline)
def catches_everything(W_hh, tol=1e-6):
    try:
        s = np.linalg.norm(W_hh, "2")
        if s < 1 - tol:
            return "vanishing"
        if s > 1 + tol:
            return "may_explode"
    except Exception:
        return "borderline"
    return "borderline"
