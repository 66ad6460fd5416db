"""Right answers that look unlike ours."""

import math

import numpy as np

from graders.misconceptions import variant


@variant("For a one-hot y the inner product of y and p is p[c].")
def log_of_dot(y, p):
    return -np.log(np.dot(y, p))


@variant("A mask with one True gives an array of one element, which is a number.")
def boolean_mask(y, p):
    return -np.log(p[y == 1])


@variant("The sum over the classes with y > 0 has one term.")
def masked_sum(y, p):
    true = y > 0
    return -np.sum(y[true] * np.log(p[true]))


@variant("The logarithm is taken where y > 0 and is 0 elsewhere.")
def where_arg(y, p):
    return -np.sum(np.log(p, where=y > 0, out=np.zeros_like(p)))


@variant("Bits times ln 2 are nats.")
def log2_times_ln2(y, p):
    return -np.log2(p[np.argmax(y)]) * np.log(2)


@variant("Classes with y = 0 contribute exactly 0, whatever p is.")
def xlogy_like(y, p):
    log_p = np.log(np.where(y == 0, 1.0, p))
    return -np.sum(np.where(y == 0, 0.0, y * log_p))


@variant("nansum drops the terms 0 * (-inf) of the wrong classes and keeps 1 * (-inf).")
def nansum(y, p):
    return -np.nansum(y * np.log(p))


@variant("A loop over the classes, with the limit at zero written out.")
def loop(y, p):
    loss = 0.0
    for c in range(len(y)):
        if y[c] == 1:
            loss = -math.log(p[c]) if p[c] > 0 else math.inf
    return loss


@variant("The logarithm of a probability is never positive, so its absolute value is the loss.")
def absolute_value(y, p):
    return abs(np.log(p[list(y).index(1)]))


@variant("Minus the logarithm is the logarithm of the inverse.")
def log_of_inverse(y, p):
    return np.log(1 / p[np.argmax(y)])


@variant("The likelihood of a one-hot label is the product of p to the power y, with 0 ** 0 = 1.")
def likelihood(y, p):
    return -np.log(np.prod(p**y))


@variant("An array without axes is a number, in extended precision too.")
def longdouble(y, p):
    return np.array(-np.log(p.astype(np.longdouble)[np.argmax(y)]))


@variant("All classes but the true one are set to infinity, and the smallest is taken.")
def smallest_of_masked(y, p):
    return np.min(np.where(y == 1, -np.log(p), np.inf))


@variant("The products y p are 0 but for the true class, so the largest of them is p[c].")
def largest_of_products(y, p):
    return -np.log(np.max(y * p))


@variant("Sorted by the label, the true class comes last.")
def last_when_sorted(y, p):
    return -np.log(p[np.argsort(y)[-1]])
