"""The candidate, and how it is mixed with the old state."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your candidate can leave the range from minus one to one: something is missing "
    "around it.",
    staff="No tanh around the candidate.",
)
def linear_candidate(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"]
    return z * h + (1 - z) * n


@misconception(
    student="Your candidate is never negative: check how it is squashed.",
    staff="The logistic function for tanh.",
)
def logistic_candidate(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = 1 / (1 + np.exp(-(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])))
    return z * h + (1 - z) * n


@misconception(
    student="Your new state keeps nothing of the old one.",
    staff="(1 − z) ⊙ n alone.",
)
def no_old_state(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return (1 - z) * n


@misconception(
    student="What you keep and what you let in do not add up to one.",
    staff="z ⊙ h + n: the second factor is missing.",
)
def not_complementary(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + n


@misconception(
    student="Your new state is squashed once more at the end.",
    staff="tanh(z ⊙ h + (1 − z) ⊙ n).",
)
def squashed_twice(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return np.tanh(z * h + (1 - z) * n)


@misconception(
    student="You add up several units where each should be multiplied by its own gate.",
    staff="z @ h for z ⊙ h.",
)
def scalar_product(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z @ h + (1 - z) * n


@misconception(
    student="Your candidate does not read the input.",
    staff="U_n x is forgotten in the candidate.",
)
def candidate_without_input(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your candidate does not depend on its bias.",
    staff="b_n is forgotten in the candidate.",
)
def candidate_without_bias(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x)
    return z * h + (1 - z) * n


@misconception(
    student="None of your parts depends on its bias.",
    staff="b_k is forgotten everywhere.",
)
def no_bias(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x)
    return z * h + (1 - z) * n


@misconception(
    student="You return the candidate: the update gate still has to decide.",
    staff="n alone.",
)
def candidate_only(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return n


@misconception(
    student="You return a column: compare the shape with the docstring.",
    staff="Shape (d, 1).",
)
def column(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return (z * h + (1 - z) * n)[:, None]


@misconception(
    student="You return more than the new state: compare with the docstring.",
    staff="(h_new, n).",
)
def state_and_candidate(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n, n


@misconception(
    student="Your function changes the state of its caller: work on a copy.",
    staff="h *= r, and later the old state is missing.",
)
def state_in_place(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    h *= r
    n = np.tanh(P["W_n"] @ h + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your function changes the dict of its caller: work on a copy.",
    staff="P is written to; the value is right.",
)
def parameters_in_place(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    P["b_z"] = z
    return z * h + (1 - z) * n
