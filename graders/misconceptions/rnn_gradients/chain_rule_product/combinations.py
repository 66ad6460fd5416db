"""Two mistakes at once."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="One factor is missing from your product, and the others do not stand in the order "
    "in which they act: take two steps on paper.",
    staff="Two mistakes: the oldest factor leftmost, and the newest one left out.",
)
def ascending_drop_last(jacobians, d):
    P = np.eye(d)
    for k in range(len(jacobians) - 1):
        P = P @ jacobians[k]
    return P


@misconception(
    student="Your factors do not stand in the order in which they act, and no step at all raises "
    "an error: two things to look at.",
    staff="Two mistakes: the oldest factor leftmost, and TypeError for no factor, as from reduce "
    "without a start.",
)
def ascending_no_start(jacobians, d):
    return reduce(np.matmul, jacobians)


@misconception(
    student="Your factors do not stand in the order in which they act, and one is looked for "
    "where there is none: two things to look at.",
    staff="Two mistakes: the oldest factor leftmost, and IndexError for no factor, as from "
    "jacobians[0].",
)
def ascending_from_first(jacobians, d):
    P = jacobians[0]
    for J in jacobians[1:]:
        P = P @ J
    return P


@misconception(
    student="Your product does not depend on the order of the factors, and no step at all "
    "changes the state: two things to look at.",
    staff="Two mistakes: entrywise products, and the matrix of ones for no factor.",
)
def elementwise_from_ones(jacobians, d):
    P = np.ones((d, d))
    for J in jacobians:
        P = P * J
    return P


@misconception(
    student="Your product does not depend on the order of the factors, and one is looked for "
    "where there is none: two things to look at.",
    staff="Two mistakes: entrywise products, and IndexError for no factor, as from jacobians[0].",
)
def elementwise_from_first(jacobians, d):
    P = jacobians[0].copy()
    for J in jacobians[1:]:
        P *= J
    return P


@misconception(
    student="Your product does not depend on the order of the factors, and an empty list gives "
    "no matrix: two things to look at.",
    staff="Two mistakes: entrywise products, and 1.0 for an empty list, as from "
    "np.prod(jacobians, axis=0).",
)
def np_prod(jacobians, d):
    return np.prod(jacobians, axis=0)
