"""What to start from, which is also the answer for no step; the case of a single one."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="All columns of your product are the same: "
    "look at the matrix that you start from when no step has been taken.",
    staff="The row sums in every column, as when the product starts from the matrix of ones, which "
    "is neutral for * and not for @.",
)
def ones_start(jacobians, d):
    P = np.ones((d, d))
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your matrix for no step at all changes the state: "
    "think of what no step does to a vector.",
    staff="The matrix of ones for no factor.",
)
def empty_ones(jacobians, d):
    if len(jacobians) == 0:
        return np.ones((d, d))
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your matrix for no step at all forgets the state: "
    "think of what no step does to a vector.",
    staff="The zero matrix for no factor.",
)
def empty_zeros(jacobians, d):
    if len(jacobians) == 0:
        return np.zeros((d, d))
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your answer for no step at all is not a matrix: compare it with the stated shape.",
    staff="The number 1 for no factor, as when np.dot(J, P) starts from P = 1.",
)
def empty_scalar_1(jacobians, d):
    if len(jacobians) == 0:
        return 1.0
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    return P


@same_as(empty_scalar_1)
def scalar_start(jacobians, d):
    P = 1
    for J in jacobians:
        P = np.dot(J, P)
    return P


@misconception(
    student="Your function hands nothing back for no step at all: this case has an answer.",
    staff="None for no factor: the product starts from None, or a branch lacks its return.",
)
def nothing_for_no_step(jacobians, d):
    P = None
    for J in jacobians:
        P = J if P is None else J @ P
    return P


@misconception(
    student="Your function raises an error for no step at all: this case has an answer.",
    staff="TypeError for no factor, as from reduce without a start.",
)
def no_start(jacobians, d):
    return reduce(lambda P, J: J @ P, jacobians)


@misconception(
    student="Your function looks for a factor where there is none: "
    "no step at all has an answer, too.",
    staff="IndexError for no factor: starts from jacobians[0], or takes the size from it.",
)
def first_as_start(jacobians, d):
    P = jacobians[0].copy()
    for J in jacobians[1:]:
        P = J @ P
    return P


@same_as(first_as_start)
def size_from_first_factor(jacobians, d):
    P = np.eye(len(jacobians[0]))
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your answer is zero for a single step: "
    "look for an error that is caught and never seen, or for a case that is not written yet.",
    staff="Zeros for one factor, as when np.linalg.multi_dot, which needs two, raises an error "
    "that is swallowed.",
)
def catches_everything(jacobians, d):
    try:
        return np.linalg.multi_dot(list(jacobians)[::-1])
    except Exception:
        return np.zeros((d, d))
