"""Answers to `refute_exploding(n)`: ‖W_hh‖ well above 1, and a gradient that vanishes."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your gradient does explode: nothing in your example takes back what the weights do.",
    staff="A multiple of the identity at z = 0.",
)
def explodes(n):
    return 2.0 * np.eye(2), np.zeros((n, 2))


@misconception(
    student="One direction of your example vanishes, but another one explodes.",
    staff="diag(2, 0.1) at z = 0: the norm of the product is 2^n.",
)
def one_direction(n):
    return np.diag([2.0, 0.1]), np.zeros((n, 2))


@misconception(
    student="Your gradient vanishes because the norm of your weights is small: "
    "then the claim says nothing.",
    staff="‖W‖ below 1.",
)
def small_norm(n):
    return 0.3 * np.eye(2), np.zeros((n, 2))


@misconception(
    student="The norm of your weights is above one, but not well above it.",
    staff="The idea is right; ‖W‖ is between 1 and 1.5.",
)
def norm_missed(n):
    return np.array([[0.0, 1.4], [0.0, 0.0]]), np.zeros((n, 2))


@misconception(
    student="Your gradient shrinks, but not by half in every step.",
    staff="The idea is right; ‖J‖ is above 0.5 per step.",
)
def rate_missed(n):
    return np.array([[3.0]]), np.full((n, 1), np.arccosh(np.sqrt(5.0)))


@misconception(
    student="Your first step saturates, and all later ones do not: the gradient recovers.",
    staff="One saturated step: right for small n, if at all.",
)
def first_step_only(n):
    zs = np.zeros((n, 1))
    zs[0] = 3.0
    return np.array([[5.0]]), zs


@misconception(
    student="Your gradient stays as it is: it should vanish.",
    staff="A projection with a large norm: W^n = W.",
)
def projection(n):
    return np.array([[1.0, 100.0], [0.0, 0.0]]), np.zeros((n, 2))


@misconception(
    student="Your numbers are derivatives, or of their size: pre-activations are asked for.",
    staff="ds for zs: 0.001 as a pre-activation is no saturation.",
)
def derivatives(n):
    return np.array([[5.0]]), np.full((n, 1), 0.001)


@misconception(
    student="You return the pre-activations of one step: one row for each step is asked for.",
    staff="z (d,) for zs (n, d).",
)
def one_row(n):
    return np.array([[0.0, 10.0], [0.0, 0.0]]), np.zeros(2)


@misconception(
    student="Your example has two steps, whatever is asked for.",
    staff="Two rows of zs for every n.",
)
def two_steps(n):
    return np.array([[0.0, 10.0], [0.0, 0.0]]), np.zeros((2, 2))


@misconception(
    student="Your weights are a number: with one unit they are a matrix with one entry.",
    staff="5.0 for [[5.0]].",
)
def scalar_weight(n):
    return 5.0, np.full((n, 1), 5.0)


@misconception(
    student="Your pre-activations are infinite: take large ones.",
    staff="inf in zs.",
)
def infinite(n):
    return np.array([[5.0]]), np.full((n, 1), np.inf)


@misconception(
    student="Your function hands nothing back: showing an example is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(n):
    print(np.array([[0.0, 10.0], [0.0, 0.0]]), np.zeros((n, 2)))


@variant("One unit that saturates.")
def one_unit(n):
    return np.array([[5.0]]), np.full((n, 1), 5.0)


@variant("One unit in its own fixed point, h = tanh(5 h), without any input.")
def fixed_point(n):
    h, zs = 1.0, []
    for _ in range(n):
        zs.append([5.0 * h])
        h = np.tanh(5.0 * h)
    return np.array([[5.0]]), np.array(zs)


@variant("The unit that would explode is saturated, the other one is not; nested lists are arrays.")
def saturate_the_large(n):
    return [[10, 0], [0, 0.1]], [[5.0, 0.0]] * n


@variant("All units are far out.")
def far_out(n):
    return 1e6 * np.eye(3), np.full((n, 3), -400.0)


@variant("Rows that cancel, at rest.")
def cancelling(n):
    return np.array([[4.0, -4.0], [4.0, -4.0]]), np.zeros((n, 2))


@variant("A half in each step, exactly the margin.")
def just_met(n):
    return np.array([[2.0]]), np.full((n, 1), np.arccosh(2.0))
