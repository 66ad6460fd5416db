"""Answers to `refute_commuting(n)`: W_hh and ds whose two products are far apart."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your weights are diagonal, and diagonal matrices do commute: let units act on each "
    "other.",
    staff="W diagonal: the gap is 0.",
)
def diagonal_weights(n):
    return np.diag([2.0, 0.5]), np.tile([1.0, 0.1], (n, 1))


@misconception(
    student="In each step your derivatives are the same for all units: then they do commute.",
    staff="D_k = c_k I: the gap is 0.",
)
def alike_in_each_step(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.repeat(np.linspace(0.1, 1.0, n)[:, None], 2, 1)


@misconception(
    student="Your derivatives are all one: such steps leave nothing to commute.",
    staff="D_k = I.",
)
def no_saturation(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.ones((n, 2))


@misconception(
    student="Your products differ, but not by much: let the derivatives differ more.",
    staff="The idea is right; the share is below 0.5.",
)
def margin_missed(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.tile([1.0, 0.6], (n, 1))


@misconception(
    student="Your weights are almost diagonal, so the products almost agree.",
    staff="Off-diagonal entries too small.",
)
def almost_diagonal(n):
    return np.array([[1.0, 0.05], [0.05, 1.0]]), np.tile([1.0, 0.8], (n, 1))


@misconception(
    student="Both your products are zero: they agree.",
    staff="A nilpotent triangle: W D W = 0 as well as W^2 = 0.",
)
def both_zero(n):
    return np.array([[0.0, 1.0], [0.0, 0.0]]), np.tile([1.0, 0.1], (n, 1))


@misconception(
    student="Your example has two steps, whatever is asked for.",
    staff="Two rows of ds for every n.",
)
def two_steps(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[1.0, 0.1], [1.0, 0.1]])


@misconception(
    student="Your steps take back what the steps before did: look at more than two of them.",
    staff="Unequal derivatives in the first step only: the share does not suffice for every n.",
)
def first_step_only(n):
    ds = np.full((n, 2), 0.9)
    ds[0] = 0.9, 0.5
    return np.array([[0.0, 1.0], [1.0, 0.0]]), ds


@misconception(
    student="You return one step of derivatives: one row for each step is asked for.",
    staff="delta (d,) for ds (n, d).",
)
def one_row(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([1.0, 0.1])


@misconception(
    student="Your derivatives leave the range of those that tanh can have.",
    staff="Entries of ds above 1.",
)
def above_1(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.tile([10.0, 1.0], (n, 1))


@misconception(
    student="One of your derivatives is zero: that of tanh never is.",
    staff="Entries of ds are 0.",
)
def zero_derivative(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.tile([1.0, 0.0], (n, 1))


@misconception(
    student="Your derivatives stand in columns: one row for each step is asked for.",
    staff="ds transposed, (d, n).",
)
def transposed(n):
    return np.array([[0.0, 1.0], [1.0, 0.0]]), np.tile([[1.0], [0.1]], (1, n))


@misconception(
    student="Your function hands nothing back: showing an example is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(n):
    print(np.eye(2)[::-1], np.tile([1.0, 0.1], (n, 1)))


@variant("Weights whose square is zero: the commuted product vanishes, the true one does not.")
def nilpotent(n):
    return np.array([[4.0, -4.0], [4.0, -4.0]]), np.tile([1.0, 0.5], (n, 1))


@variant("The saturated unit alternates: what is shrunk is never what comes next.")
def alternating(n):
    ds = np.array([[1.0, 0.1], [0.1, 1.0]] * n)[:n]
    return np.array([[0.0, 1.0], [1.0, 0.0]]), ds


@variant("A quarter turn moves each diagonal entry to the other unit; nested lists are arrays.")
def quarter_turn(n):
    return [[0, -3], [3, 0]], [[0.05, 1.0] for _ in range(n)]


@variant("Three units in a ring.")
def ring(n):
    return np.roll(np.eye(3), 1, axis=1), np.tile([1.0, 1.0, 0.01], (n, 1))


@variant("A rank of one: every state is squeezed through one direction, and that is shrunk.")
def rank_one(n):
    return np.outer([1.0, 10.0], [1.0, 10.0]), np.tile([1.0, 0.001], (n, 1))
