"""The right factors, in another order or another direction."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your product is right for factors that commute only: "
    "ask which step acts on the old state first.",
    staff="J_{i+1} ... J_t, the oldest factor leftmost: the product sign read from left to right, "
    "np.linalg.multi_dot on the chronological list, or two reversals that cancel.",
)
def ascending(jacobians, d):
    return reduce(np.dot, jacobians, np.eye(d))


@same_as(ascending)
def multi_dot_ascending(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    if len(jacobians) == 1:
        return jacobians[0].copy()
    return np.linalg.multi_dot(jacobians)


@same_as(ascending)
def reversed_twice(jacobians, d):
    P = np.eye(d)
    for J in reversed(jacobians):
        P = J @ P
    return P


@misconception(
    student="Your newest factor acts before all the others, which stand in their right order: "
    "follow which one you take first.",
    staff="J_{t-1} ... J_{i+1} J_t: the newest factor at the wrong end, as from jacobians[k - 1], "
    "which is the last one for k = 0, or from a product that starts with jacobians[-1].",
)
def wraps_around(jacobians, d):
    P = np.eye(d)
    for k in range(len(jacobians)):
        P = jacobians[k - 1] @ P
    return P


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout of J.",
    staff="The transpose of the product, as from P @ J.T: the order in which gradients are "
    "pulled back.",
)
def transposed(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = P @ J.T
    return P


@misconception(
    student="Something is transposed on the way to your product, each factor or the whole: "
    "compare with the stated layout of J, then check the order.",
    staff="The transposed factors, newest leftmost, which is also the transpose of the product "
    "with the oldest factor leftmost.",
)
def transpose_each(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J.T @ P
    return P


@misconception(
    student="You turn your product around at every step: follow it for three factors on paper.",
    staff="J @ P.T: transposes the running product at every step.",
)
def transposes_the_product(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J @ P.T
    return P


@misconception(
    student="Your product goes in the opposite direction of time: "
    "it answers how the old state depends on the new one.",
    staff="The (pseudo-)inverse of the product.",
)
def inverse(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = P @ np.linalg.pinv(J)
    return P
