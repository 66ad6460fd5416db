"""Answers to `refute_lower_bound(n)`: positive definite W_hh, ‖J_n‖ below (δ ‖W‖)ⁿ."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your weights stretch most where your derivatives shrink least: "
    "there the claim is true.",
    staff="Aligned: the bound holds with equality.",
)
def aligned(n):
    return np.diag([0.1, 10.0]), np.tile([0.001, 1.0], (n, 1))


@misconception(
    student="Your weights stretch every direction alike: then the claim is true.",
    staff="W = cI.",
)
def identity(n):
    return 2.0 * np.eye(2), np.tile([1.0, 0.001], (n, 1))


@misconception(
    student="Your derivatives shrink every unit alike: then the claim is true.",
    staff="D_k = c_k I.",
)
def equal_derivatives(n):
    return np.diag([0.1, 10.0]), np.full((n, 2), 0.1)


@misconception(
    student="Your weights are not symmetric: the document assumes that they are.",
    staff="A nilpotent W.",
)
def not_symmetric(n):
    return np.array([[0.0, 10.0], [0.0, 0.0]]), np.tile([0.001, 1.0], (n, 1))


@misconception(
    student="Your weights have a negative eigenvalue: the document assumes that they have none.",
    staff="Symmetric, but indefinite.",
)
def indefinite(n):
    return np.diag([-0.1, 10.0]), np.tile([1.0, 0.001], (n, 1))


@misconception(
    student="Your weights have an eigenvalue that is zero, or nearly so: "
    "the document assumes that all are positive.",
    staff="Positive semidefinite only.",
)
def singular(n):
    return np.diag([0.0, 10.0]), np.tile([1.0, 0.001], (n, 1))


@misconception(
    student="Your product is below the claimed bound after many steps, but not far below it after "
    "few: make the extremes differ more.",
    staff="The idea is right; the share per step is above 0.5.",
)
def needs_many_steps(n):
    return np.diag([0.8, 1.0]), np.tile([1.0, 0.8], (n, 1))


@misconception(
    student="Your example has one step, whatever is asked for.",
    staff="One row of ds for every n.",
)
def one_step(n):
    return np.diag([0.1, 10.0]), np.array([[1.0, 0.001]])


@misconception(
    student="Your derivatives are larger than any that tanh can have.",
    staff="Entries of ds above 1.",
)
def above_1(n):
    return np.diag([0.1, 10.0]), np.tile([1000.0, 1.0], (n, 1))


@misconception(
    student="One of your derivatives is zero: that of tanh never is.",
    staff="Entries of ds are 0, for instance 1 - tanh(20)^2, which is 0.0 in float64.",
)
def zero_derivative(n):
    return np.diag([0.1, 10.0]), np.tile([1.0, 0.0], (n, 1))


@misconception(
    student="You return one step of derivatives: one row for each step is asked for.",
    staff="delta (d,) for ds (n, d).",
)
def one_row(n):
    return np.diag([0.1, 10.0]), np.array([1.0, 0.001])


@misconception(
    student="Your gradient vanishes, but the claimed bound vanishes faster: compare the two.",
    staff="Small W: a small gradient, and a bound that holds.",
)
def vanishes_with_the_bound(n):
    return np.diag([0.01, 0.02]), np.tile([0.5, 0.5], (n, 1))


@misconception(
    student="Your function hands nothing back: showing an example is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(n):
    print(np.diag([0.1, 10.0]), np.tile([1.0, 0.001], (n, 1)))


@variant("The document's own network: tanh, no input, started at (0, 1).")
def own_network(n):
    W_hh, h, ds = np.diag([0.1, 10.0]), np.array([0.0, 1.0]), []
    for _ in range(n):
        z = W_hh @ h
        h = np.tanh(z)
        ds.append(1 - np.tanh(z) ** 2)
    return W_hh, np.array(ds)


@variant("Milder extremes suffice.")
def mild(n):
    return np.diag([1.0, 4.0]), np.tile([1.0, 0.1], (n, 1))


@variant("Three units, and the largest of them is saturated; nested lists are arrays.")
def three_units(n):
    return [[1, 0, 0], [0, 50, 0], [0, 0, 2]], [[1.0, 0.01, 0.5]] * n


@variant("Weights that are not diagonal: two units that act on each other a little.")
def coupled(n):
    return np.array([[1.0, 0.5], [0.5, 100.0]]), np.tile([0.9, 0.001], (n, 1))


@variant("Each step has derivatives of its own.")
def varied(n):
    ds = np.stack([np.linspace(1.0, 0.5, n), np.linspace(0.001, 0.002, n)], axis=1)
    return np.diag([0.1, 10.0]), ds
