"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="The newest factor is missing from your product, and the others do not stand in the "
    "order in which they act: take two steps on paper.",
    staff="Two mistakes: the oldest factor leftmost, and the newest one left out.",
)
def ascending_drop_last(jacobians, d):
    P = np.eye(d)
    for k in range(len(jacobians) - 1):
        P = P @ jacobians[k]
    return P


@misconception(
    student="The oldest factor is missing from your product, and the others do not stand in the "
    "order in which they act: take two steps on paper.",
    staff="Two mistakes: the oldest factor leftmost, and the oldest one left out.",
)
def ascending_drop_first(jacobians, d):
    P = np.eye(d)
    for J in jacobians[1:]:
        P = P @ J
    return P


@misconception(
    student="Your entries are products of entries in the same place, and rows and columns are "
    "exchanged: two things to look at.",
    staff="Two mistakes: entrywise products, and transposed factors.",
)
def elementwise_transposed(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.prod(jacobians, axis=0).T
