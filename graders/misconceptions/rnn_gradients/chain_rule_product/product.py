"""Something else than the matrix product."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Each of your entries is a product of entries in the same place: "
    "check which product the chain rule needs.",
    staff="Multiplies the factors entry by entry, as with np.prod or *; no factor gives I.",
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
    student="You add the factors: check how the chain rule combines them.",
    staff="The sum of the factors instead of their product.",
)
def sum_of_factors(jacobians, d):
    P = np.zeros((d, d))
    for J in jacobians:
        P = P + J
    return P


@misconception(
    student="Each of your steps is added to what came before it: "
    "check what becomes of the old product.",
    staff="P += J @ P for P = J @ P: the product of all I + J.",
)
def adds_to_the_product(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P += J @ P
    return P


@misconception(
    student="Your product has the same norm for any factors: nothing may be scaled on the way.",
    staff="Divides by the Frobenius norm, at every step or at the end, as if to keep the product "
    "from vanishing.",
)
def normalised(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
        P = P / np.linalg.norm(P)
    return P


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="The row sums, as when the product is applied to the vector of ones.",
)
def vector(jacobians, d):
    v = np.ones(d)
    for J in jacobians:
        v = J @ v
    return v


@misconception(
    student="You return one matrix after another, for every step: only the last one is asked for.",
    staff="Returns the list of all partial products.",
)
def all_partial_products(jacobians, d):
    products = [np.eye(d)]
    for J in jacobians:
        products.append(J @ products[-1])
    return products


@misconception(
    student="Your answer is the same for any factors: "
    "check where the result of each multiplication goes, or whether a part is not written yet.",
    staff="Always the identity, as when every J @ P is computed and assigned to nothing.",
)
def never_assigned(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        np.matmul(J, P)
    return P


@misconception(
    student="Your answer is always zero: "
    "look at the matrix that you start from, or for a part that is not written yet.",
    staff="Always the zero matrix: a placeholder, or a product that starts from it.",
)
def always_zero(jacobians, d):
    return np.zeros((d, d))


@same_as(always_zero)
def zeros_start(jacobians, d):
    P = np.zeros((d, d))
    for J in jacobians:
        P = J @ P
    return P
