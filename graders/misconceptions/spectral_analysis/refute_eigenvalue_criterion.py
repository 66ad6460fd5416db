"""Answers to `refute_eigenvalue_criterion(d)`: small eigenvalues of W_hh, large ones of D W_hh."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your weights are symmetric: there the radius is the norm, which no derivative of tanh "
    "can raise.",
    staff="W symmetric (or normal): radius(D W) <= ‖D W‖ <= ‖W‖ = radius(W).",
)
def symmetric(d):
    return 0.5 * np.eye(d), np.append(np.ones(d - 1), 0.5)


@misconception(
    student="Your weights are a triangle, and stay one when rows are scaled: "
    "look at where the eigenvalues of a triangle stand.",
    staff="A triangular (for instance nilpotent) W: D W has eigenvalues delta_i W_ii.",
)
def triangle(d):
    return np.triu(np.full((d, d), 100.0), 1), np.append(0.5, np.ones(d - 1))


@misconception(
    student="Your derivatives are all alike, so they only scale the eigenvalues down.",
    staff="delta constant: radius(D W) = c radius(W).",
)
def equal_derivatives(d):
    W_hh = np.zeros((d, d))
    W_hh[:2, :2] = [[4.0, -4.0], [4.0, -4.0]]
    return W_hh, np.full(d, 0.5)


@misconception(
    student="Your weights explode by themselves: their own eigenvalues should be small.",
    staff="radius(W) too large.",
)
def large_radius(d):
    return 3.0 * np.eye(d), np.full(d, 0.9)


@misconception(
    student="Your own eigenvalues are below one, but not below one half.",
    staff="The idea is right; radius(W) is between 0.5 and 1.",
)
def radius_missed(d):
    W_hh = 0.6 * np.eye(d)
    W_hh[:2, :2] += [[4.0, -4.0], [4.0, -4.0]]
    return W_hh, np.append([1.0, 0.25], np.ones(d - 2))


@misconception(
    student="After scaling, your eigenvalues have grown, but not beyond one.",
    staff="The idea is right; radius(D W) is below 1.1.",
)
def growth_missed(d):
    W_hh = np.zeros((d, d))
    W_hh[:2, :2] = [[2.0, -2.0], [2.0, -2.0]]
    return W_hh, np.append([1.0, 0.5], np.ones(d - 2))


@misconception(
    student="Your derivatives are larger than any that tanh can have.",
    staff="delta above 1.",
)
def above_1(d):
    W_hh = np.zeros((d, d))
    W_hh[:2, :2] = [[1.0, -1.0], [1.0, -1.0]]
    return W_hh, np.append([4.0, 2.0], np.ones(d - 2))


@misconception(
    student="One of your derivatives is zero: that of tanh never is.",
    staff="delta has a 0.",
)
def zero_derivative(d):
    W_hh = np.zeros((d, d))
    W_hh[:2, :2] = [[4.0, -4.0], [4.0, -4.0]]
    return W_hh, np.append([1.0, 0.0], np.ones(d - 2))


@misconception(
    student="Your example has two units, whatever is asked for.",
    staff="Two units for every d.",
)
def two_units(d):
    return np.array([[4.0, -4.0], [4.0, -4.0]]), np.array([1.0, 0.5])


@misconception(
    student="Your large norm is no large eigenvalue: the transient ends after a few steps.",
    staff="‖D W‖ is large, radius(D W) is not.",
)
def large_norm_only(d):
    return 0.4 * np.eye(d) + np.diag(np.full(d - 1, 50.0), 1), np.linspace(0.5, 1.0, d)


@misconception(
    student="Your rows cancel for an even number of units only.",
    staff="Alternating signs over all d columns: W has the eigenvalue 1 x scale for odd d.",
)
def even_only(d):
    signs = (-1.0) ** np.arange(d)
    return 4.0 * np.outer(np.ones(d), signs), np.where(signs > 0, 1.0, 0.5)


@misconception(
    student="You return the derivatives as a matrix: their diagonal is asked for.",
    staff="diag(delta) for delta.",
)
def diagonal_matrix(d):
    W_hh = np.zeros((d, d))
    W_hh[:2, :2] = [[4.0, -4.0], [4.0, -4.0]]
    return W_hh, np.diag(np.append([1.0, 0.5], np.ones(d - 2)))


@misconception(
    student="Your function hands nothing back: showing an example is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(d):
    print(4.0 * np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([1.0, 0.5]))


@variant("The other column cancels.")
def mirrored(d):
    W_hh, delta = np.zeros((d, d)), np.full(d, 0.9)
    W_hh[-2:, -2:] = [[-10.0, 10.0], [-10.0, 10.0]]
    delta[-2] = 0.1
    return W_hh, delta


@variant("A rank of one, u v^T with v^T u = 0: D moves u out of the plane where v is blind.")
def rank_one(d):
    u, v = np.ones(d), np.ones(d)
    v[0] = -(d - 1.0)
    delta = np.ones(d)
    delta[0] = 0.01
    return 5.0 * np.outer(u, v), delta


@variant("A small eigenvalue beside a cancellation; nested lists and tuples are arrays.")
def lists(d):
    W_hh = [[0.25 * (r == c) for c in range(d)] for r in range(d)]
    W_hh[0][0], W_hh[0][1], W_hh[1][0], W_hh[1][1] = 20, -20, 20, -20
    return [W_hh, (1.0, *[0.5] * (d - 1))]


@variant("Radius one half and eleven tenths, exactly the margins.")
def just_met(d):
    W_hh, delta = 0.5 * np.eye(d), np.ones(d)
    W_hh[:2, :2] += [[2.5, -2.5], [2.5, -2.5]]
    delta[1] = 0.5
    sizes = np.abs(np.linalg.eigvals(delta[:, None] * W_hh))
    return W_hh, delta if sizes.max() >= 1.1 else None


@variant("Eigenvalues on both sides of the imaginary axis: a rotation that D turns into growth.")
def rotation(d):
    W_hh, delta = np.zeros((d, d)), np.ones(d)
    W_hh[:2, :2] = [[6.0, -9.0], [4.0, -6.0]]
    delta[1] = 0.2
    return W_hh, delta
