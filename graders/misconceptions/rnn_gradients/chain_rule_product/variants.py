"""Right answers that look unlike ours."""

import math
from functools import reduce

import numpy as np

from graders.misconceptions import variant


@variant("The order of the factors decides, not the order of the multiplications.")
def multi_dot(jacobians, d):
    newest_first = list(jacobians)[::-1]
    if len(newest_first) == 0:
        return np.eye(d)
    if len(newest_first) == 1:
        return newest_first[0].copy()
    return np.linalg.multi_dot(newest_first)


@variant("Neighbours are multiplied in pairs, the newer one on the left.")
def tree(jacobians, d):
    Js = list(jacobians) or [np.eye(d)]
    while len(Js) > 1:
        pairs = [Js[k + 1] @ Js[k] for k in range(0, len(Js) - 1, 2)]
        Js = pairs + Js[2 * len(pairs) :]
    return Js[0]


@variant("Each basis vector is pushed through the steps, oldest first.")
def columns(jacobians, d):
    cols = []
    for e in np.eye(d):
        for J in jacobians:
            e = J @ e
        cols.append(e)
    return np.stack(cols, axis=1)


@variant("Each basis row is pulled back through the steps, newest first.")
def rows_backward(jacobians, d):
    rows = []
    for row in np.eye(d):
        for J in list(jacobians)[::-1]:
            row = row @ J
        rows.append(row)
    return np.array(rows)


@variant("A matrix product written as a sum over the shared index.")
def einsum(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = np.einsum("ij,jk->ik", J, P)
    return P


@variant("Nested lists have the right shape.")
def pure_python(jacobians, d):
    P = [[float(r == c) for c in range(d)] for r in range(d)]
    for J in jacobians:
        P = [[sum(J[r][m] * P[m][c] for m in range(d)) for c in range(d)] for r in range(d)]
    return P


@variant("Between two np.matrix, * is the matrix product; the result is a (d, d) matrix.")
def np_matrix(jacobians, d):
    P = np.matrix(np.eye(d))
    for J in jacobians:
        P = np.matrix(J) * P
    return P


@variant("Powers of two are taken out on the way and put back at the end.")
def rescaled(jacobians, d):
    P, exponent = np.eye(d), 0
    for J in jacobians:
        P = J @ P
        size = np.abs(P).max()
        if size > 0:
            shift = math.frexp(size)[1]
            P = np.ldexp(P, -shift)
            exponent += shift
    return np.ldexp(P, exponent)


@variant("From the newest step backwards, each older factor is put on the right.")
def newest_first(jacobians, d):
    P = np.eye(d)
    for J in reversed(jacobians):
        P = P @ J
    return P


@variant("The list is split in two halves, and the newer half stands on the left.")
def recursive(jacobians, d):
    def product(Js):
        if len(Js) == 0:
            return np.eye(d)
        if len(Js) == 1:
            return Js[0]
        half = len(Js) // 2
        return product(Js[half:]) @ product(Js[:half])

    return product(jacobians)


@variant("The transpose of a product is the product of the transposes in the other order.")
def transposed_twice(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = P @ np.transpose(J)
    return P.T


@variant("For one factor the product is that factor, even the same array.")
def the_factor_itself(jacobians, d):
    return reduce(lambda P, J: J.dot(P), jacobians) if len(jacobians) else np.identity(d)


@variant("Single precision is within the tolerance, for as long as nothing over- or underflows.")
def float32(jacobians, d):
    P = np.eye(d, dtype=np.float32)
    for J in jacobians:
        P = J.astype(np.float32) @ P
    return P


@variant("Extended precision is a real dtype.")
def longdouble(jacobians, d):
    P = np.eye(d, dtype=np.longdouble)
    for k in range(len(jacobians)):
        P = jacobians[k].astype(np.longdouble) @ P
    return P


@variant("Two identities on the right change nothing, and multi_dot always has two factors.")
def multi_dot_with_identities(jacobians, d):
    return np.linalg.multi_dot([*list(jacobians)[::-1], np.eye(d), np.eye(d)])


@variant("A list of one's own may be reversed in place.")
def reverses_a_copy(jacobians, d):
    newest_first = list(jacobians)
    newest_first.reverse()
    return reduce(np.dot, newest_first, np.eye(d))


@variant("All steps are one linear system, h_s - J_s h_{s-1} = 0, solved for the newest state.")
def block_solve(jacobians, d):
    n = len(jacobians)
    system = np.eye((n + 1) * d)
    for s in range(n):
        system[(s + 1) * d : (s + 2) * d, s * d : (s + 1) * d] = -jacobians[s]
    return np.linalg.solve(system, np.eye((n + 1) * d, d))[n * d :]
