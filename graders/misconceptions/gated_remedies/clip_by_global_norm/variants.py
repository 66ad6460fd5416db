"""Right answers that look unlike ours."""

import math
from functools import reduce

import numpy as np

from graders.misconceptions import variant


@variant("hypot neither overflows nor loses digits.")
def hypot(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    scale = 1.0 if norm <= max_norm else max_norm / norm
    return tuple(g * scale for g in grads), norm


@variant("Squares of entries divided by the largest do not overflow.")
def divided_by_the_largest(grads, max_norm):
    big = max((float(np.abs(g).max()) for g in grads), default=0.0)
    if big == 0:
        return [g.copy() for g in grads], 0.0
    norm = big * math.sqrt(sum(float(np.sum((g / big) ** 2)) for g in grads))
    return [g / norm * min(norm, max_norm) for g in grads], norm


@variant("Long doubles have room for the squares.")
def wide_exponents(grads, max_norm):
    norm = np.sqrt(sum((np.sum(g.astype(np.longdouble) ** 2) for g in grads), np.longdouble(0)))
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [np.asarray(g * scale, float) for g in grads], float(norm)


@variant("The norm of the norms is that of everything.")
def norms_of_norms(grads, max_norm):
    norm = reduce(math.hypot, (math.hypot(*np.ravel(g)) for g in grads), 0.0)
    scale = min(1.0, max_norm / norm) if norm else 1.0
    return [g * scale for g in grads], norm


@variant("Short gradients are copied, not multiplied by one.")
def left_alone(grads, max_norm):
    norm = math.hypot(*(v for g in grads for v in np.ravel(g)))
    if norm <= max_norm:
        return [np.array(g) for g in grads], norm
    return [g * (max_norm / norm) for g in grads], np.array([norm])
