"""Factors that are missing, or taken more than once."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="The newest factor is missing from your product: check where you stop.",
    staff="Leaves out the newest factor J_t: off by one.",
)
def drop_last(jacobians, d):
    P = np.eye(d)
    for k in range(len(jacobians) - 1):
        P = jacobians[k] @ P
    return P


@misconception(
    student="The oldest factor is missing from your product: "
    "check at which end of the list you begin, and at which you stop.",
    staff="Leaves out the oldest factor J_{i+1}: off by one, as in range(1, n), or backwards in "
    "range(n - 1, 0, -1).",
)
def drop_first(jacobians, d):
    P = np.eye(d)
    for k in range(1, len(jacobians)):
        P = jacobians[k] @ P
    return P


@same_as(drop_first)
def stops_before_zero(jacobians, d):
    P = np.eye(d)
    for k in range(len(jacobians) - 1, 0, -1):
        P = P @ jacobians[k]
    return P


@misconception(
    student="The oldest factor occurs twice in your product: "
    "compare what you start from with the factor that comes next.",
    staff="J_{i+1} twice: starts from the oldest factor and multiplies by it again.",
)
def extra_first(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    P = jacobians[0]
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="The newest factor occurs twice in your product: "
    "compare what you start from with the factors that follow.",
    staff="J_t twice: starts from the newest factor and multiplies by it again.",
)
def extra_last(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    P = jacobians[-1]
    for k in range(len(jacobians) - 1, -1, -1):
        P = P @ jacobians[k]
    return P


@misconception(
    student="Your product uses the average Jacobian for every step: each step has one of its own.",
    staff="A power of the mean factor.",
)
def power_of_mean(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.linalg.matrix_power(np.mean(jacobians, axis=0), len(jacobians))


@misconception(
    student="Your product uses the oldest Jacobian for every step: each step has one of its own.",
    staff="A power of the oldest factor.",
)
def power_of_first(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.linalg.matrix_power(jacobians[0], len(jacobians))


@misconception(
    student="Your product uses the newest Jacobian for every step: each step has one of its own.",
    staff="A power of the newest factor.",
)
def power_of_last(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.linalg.matrix_power(jacobians[-1], len(jacobians))


@misconception(
    student="Your answer is the newest factor alone: check what is kept from one step to the next.",
    staff="The newest factor alone, as when every step overwrites the product.",
)
def newest_only(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J
    return P


@misconception(
    student="Your answer is the oldest factor alone: look for what becomes of the others.",
    staff="The oldest factor alone, as when the return is inside the loop.",
)
def returns_too_early(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        return J @ P


@misconception(
    student="Your product ends after two steps: try it with three.",
    staff="Multiplies the first two factors only.",
)
def first_two_only(jacobians, d):
    P = np.eye(d)
    for J in jacobians[:2]:
        P = J @ P
    return P


@misconception(
    student="Your function knows one number of steps only: try it with one and with five.",
    staff="Hard-codes three factors.",
)
def three_steps(jacobians, d):
    return jacobians[2] @ jacobians[1] @ jacobians[0]


@misconception(
    student="Your function takes one factor for each unit: count the steps instead.",
    staff="range(d) instead of range(n): the oldest d factors, IndexError if there are fewer.",
)
def d_steps(jacobians, d):
    P = np.eye(d)
    for k in range(d):
        P = jacobians[k] @ P
    return P
