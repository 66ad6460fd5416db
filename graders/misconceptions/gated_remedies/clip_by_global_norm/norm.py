"""Another norm."""

import math

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="For matrices your norm is another one than for vectors: check what your norm does to "
    "a matrix.",
    staff="np.linalg.norm(g, 2), the spectral norm of matrices.",
)
def spectral(grads, max_norm):
    norm = np.sqrt(sum(np.linalg.norm(g.reshape(len(g), -1), 2) ** 2 for g in grads))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm grows by four when the gradients double.",
    staff="The sum of squares without the root.",
)
def no_root(grads, max_norm):
    norm = sum(np.sum(g**2) for g in grads)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm is too long if there are several arrays: think of how lengths of "
    "perpendicular pieces add up.",
    staff="The sum of the arrays' norms.",
)
def sum_of_norms(grads, max_norm):
    norm = sum(math.hypot(*np.ravel(g)) for g in grads)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm is that of one array only.",
    staff="The largest of the arrays' norms.",
)
def largest_norm(grads, max_norm):
    norm = max((math.hypot(*np.ravel(g)) for g in grads), default=0.0)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm is an average: the more entries, the longer a gradient.",
    staff="The root of the mean square.",
)
def mean_norm(grads, max_norm):
    n = sum(g.size for g in grads)
    norm = math.hypot(*(v for g in grads for v in np.ravel(g))) / math.sqrt(n or 1)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm sees one entry only.",
    staff="The largest entry.",
)
def largest_entry(grads, max_norm):
    norm = max((float(np.abs(g).max()) for g in grads), default=0.0)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm adds up sizes of entries: check which norm is meant.",
    staff="The sum of |entries|.",
)
def sum_of_entries(grads, max_norm):
    norm = sum(np.abs(g).sum() for g in grads)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="Your norm is that of the first array only.",
    staff="The norm of grads[0].",
)
def first_array(grads, max_norm):
    norm = math.hypot(*np.ravel(grads[0])) if grads else 0.0
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="For very large entries your norm is infinite: think of what their squares become.",
    staff="The plain root of the sum of squares, which overflows from 1e154 on.",
)
def overflow(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@misconception(
    student="The norm that you return is that of the result: it should tell how long the gradient "
    "was.",
    staff="min(norm, max_norm).",
)
def norm_after(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], min(norm, max_norm)


@misconception(
    student="You return the factor where the norm is asked for.",
    staff="min(1, max_norm / norm) for the norm.",
)
def factor_returned(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], scale
