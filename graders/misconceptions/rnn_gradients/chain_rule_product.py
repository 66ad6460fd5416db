"""Answers to `chain_rule_product(jacobians, d)`: the newest factor leftmost, I for no factor."""

import math
from functools import reduce

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your product is right for factors that commute only: "
    "ask which step acts on the old state first.",
    staff="J_{i+1} ... J_t: the product sign read from left to right.",
)
def ascending(jacobians, d):
    return reduce(np.dot, jacobians, np.eye(d))


@misconception(
    student="Your product is right for factors that commute only: "
    "ask which step acts on the old state first.",
    staff="np.linalg.multi_dot on the chronological list: the oldest factor leftmost.",
)
def multi_dot_ascending(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    if len(jacobians) == 1:
        return jacobians[0].copy()
    return np.linalg.multi_dot(jacobians)


@misconception(
    student="Each of your entries is a product of entries in the same place: "
    "check which product the chain rule needs.",
    staff="np.prod multiplies the factors entry by entry.",
)
def elementwise(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.prod(jacobians, axis=0)


@misconception(
    student="Your product is zero off its diagonal: check which product you take.",
    staff="* instead of @, from the identity on: only the diagonal survives.",
)
def star(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J * P
    return P


@misconception(
    student="All columns of your product are the same: "
    "look at the matrix that you start from when no step has been taken.",
    staff="Starts from the matrix of ones, which is neutral for * and not for @.",
)
def ones_start(jacobians, d):
    P = np.ones((d, d))
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your product is always zero: "
    "look at the matrix that you start from when no step has been taken.",
    staff="Starts from the zero matrix.",
)
def zeros_start(jacobians, d):
    P = np.zeros((d, d))
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="One factor is missing from your product: count the steps of your loop.",
    staff="Leaves out the newest factor J_t: off by one.",
)
def drop_last(jacobians, d):
    P = np.eye(d)
    for k in range(len(jacobians) - 1):
        P = jacobians[k] @ P
    return P


@misconception(
    student="One factor is missing from your product: count the steps of your loop.",
    staff="Leaves out the oldest factor J_{i+1}: off by one.",
)
def drop_first(jacobians, d):
    P = np.eye(d)
    for k in range(1, len(jacobians)):
        P = jacobians[k] @ P
    return P


@misconception(
    student="One factor occurs twice in your product: "
    "compare what you start from with the first step of your loop.",
    staff="Starts from the oldest factor and multiplies by it again.",
)
def extra_first(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    P = jacobians[0]
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="One factor occurs twice in your product: "
    "compare what you start from with the first step of your loop.",
    staff="Starts from the newest factor and multiplies by it again.",
)
def extra_last(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    P = jacobians[-1]
    for k in range(len(jacobians) - 1, -1, -1):
        P = P @ jacobians[k]
    return P


@misconception(
    student="Your product treats all steps alike: each step has a Jacobian of its own.",
    staff="A power of the mean factor.",
)
def power_of_mean(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.linalg.matrix_power(np.mean(jacobians, axis=0), len(jacobians))


@misconception(
    student="Your product treats all steps alike: each step has a Jacobian of its own.",
    staff="A power of the oldest factor.",
)
def power_of_first(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.linalg.matrix_power(jacobians[0], len(jacobians))


@misconception(
    student="Your product treats all steps alike: each step has a Jacobian of its own.",
    staff="A power of the newest factor.",
)
def power_of_last(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    return np.linalg.matrix_power(jacobians[-1], len(jacobians))


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout of J.",
    staff="The transpose of the product: the order in which gradients are pulled back.",
)
def transposed(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = P @ J.T
    return P


@misconception(
    student="The order of your factors is plausible, but they are not the given matrices: "
    "check what you do to each of them.",
    staff="Multiplies the transposed factors, newest leftmost.",
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
    student="Your answer for no step at all changes the state: "
    "look for the matrix that leaves every vector as it is.",
    staff="The matrix of ones for an empty list.",
)
def empty_ones(jacobians, d):
    if len(jacobians) == 0:
        return np.ones((d, d))
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your answer for no step at all is not a matrix: compare it with the stated shape.",
    staff="The number 1 for an empty list.",
)
def empty_scalar_1(jacobians, d):
    if len(jacobians) == 0:
        return 1.0
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your function raises an error for no step at all: this case has an answer.",
    staff="reduce without a start raises TypeError for an empty list.",
)
def no_start(jacobians, d):
    return reduce(lambda P, J: J @ P, jacobians)


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
    student="Your function knows one number of units only: use what its second argument tells you.",
    staff="Hard-codes d = 2.",
)
def two_units(jacobians, d):
    P = np.eye(2)
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your function changes the list of its caller: work on one of your own.",
    staff="jacobians.reverse() works in place (and an array has no such method).",
)
def reverses_in_place(jacobians, d):
    jacobians.reverse()
    P = np.eye(d)
    for J in jacobians:
        P = P @ J
    return P


@misconception(
    student="Your function empties the list of its caller: work on one of your own.",
    staff="Pops every factor from the given list (and an array has no such method).",
)
def pops_the_list(jacobians, d):
    P = np.eye(d)
    while len(jacobians) > 0:
        P = P @ jacobians.pop()
    return P


@misconception(
    student="Your function overwrites one of the matrices that it was given: "
    "a second name does not make a second array.",
    staff="P = jacobians[0] is no copy, and P[:] = ... overwrites it; the value is right.",
)
def overwrites_the_first(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    P = jacobians[0]
    for J in jacobians[1:]:
        P[:] = J @ P
    return P


@misconception(
    student="Your function fails when the factors come as one array: "
    "think about what it means for an array to be true.",
    staff="`if not jacobians` raises ValueError for an array of shape (n, d, d).",
)
def truth_of_an_array(jacobians, d):
    if not jacobians:
        return np.eye(d)
    return reduce(lambda P, J: J @ P, jacobians)


@misconception(
    student="You add the factors: check how the chain rule combines them.",
    staff="The sum of the factors instead of their product.",
)
def sum_of_factors(jacobians, d):
    P = np.zeros((d, d))
    for J in jacobians:
        P = P + J
    return P


@misconception(
    student="You return one matrix for every step: only the last one is asked for.",
    staff="Returns the list of all partial products.",
)
def all_partial_products(jacobians, d):
    products = [np.eye(d)]
    for J in jacobians:
        products.append(J @ products[-1])
    return products


@misconception(
    student="Your product always has the same norm: nothing may be scaled on the way.",
    staff="Divides by the norm at every step, to keep the product from vanishing.",
)
def normalised(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
        P = P / np.linalg.norm(P)
    return P


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="Applies the product to the vector of ones: the row sums.",
)
def vector(jacobians, d):
    v = np.ones(d)
    for J in jacobians:
        v = J @ v
    return v


@misconception(
    student="Your product goes in the opposite direction of time: "
    "it answers how the old state depends on the new one.",
    staff="The inverse of the product.",
)
def inverse(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = P @ np.linalg.pinv(J)
    return P


@misconception(
    student="Your answer is zero for few factors: an error in your function is caught, unseen.",
    staff="np.linalg.multi_dot needs two factors; the except branch returns zeros for 0 and 1.",
)
def catches_everything(jacobians, d):
    try:
        return np.linalg.multi_dot(list(jacobians)[::-1])
    except Exception:
        return np.zeros((d, d))


@misconception(
    student="Your product is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals at every step.",
)
def rounded(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = np.round(J @ P, 3)
    return P


@misconception(
    student="Your function shows the product but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    print(P)


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
    student="Your product does not depend on the order of the factors, and no step at all "
    "changes the state: two things to look at.",
    staff="Two mistakes: entrywise products, and the matrix of ones for an empty list.",
)
def elementwise_from_ones(jacobians, d):
    P = np.ones((d, d))
    for J in jacobians:
        P = P * J
    return P


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
