"""The two gates, and where they act."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your update gate keeps the old state where it should let in the new one: two "
    "conventions exist, and the notebook prints one.",
    staff="(1 − z) ⊙ h + z ⊙ n: the other convention for z.",
)
def z_reversed(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return (1 - z) * h + z * n


@misconception(
    student="Your reset gate acts after the product with the weights: two conventions exist, and "
    "the notebook prints one.",
    staff="r ⊙ (W_n h): the other convention for r.",
)
def reset_after(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(r * (P["W_n"] @ h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your reset gate acts on too much: look at what it multiplies in the printed formula.",
    staff="r ⊙ (W_n h + b_n).",
)
def reset_after_bias(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(r * (P["W_n"] @ h + P["b_n"]) + P["U_n"] @ x)
    return z * h + (1 - z) * n


@misconception(
    student="Both of your gates follow other conventions than the printed formula.",
    staff="Reset after the product, and z reversed.",
)
def other_convention(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(r * (P["W_n"] @ h) + P["U_n"] @ x + P["b_n"])
    return (1 - z) * h + z * n


@misconception(
    student="Your candidate reads the whole old state: a gate is missing.",
    staff="W_n h for W_n (r ⊙ h).",
)
def no_reset(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ h + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your two gates have changed their roles.",
    staff="r and z exchanged.",
)
def reset_for_update(P, x, h):
    z, r = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your candidate reads the old state through the wrong gate.",
    staff="z ⊙ h for r ⊙ h in the candidate.",
)
def update_in_candidate(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (z * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="The reset gate belongs to the candidate only: your new state keeps less of the old "
    "one than it should.",
    staff="z ⊙ (r ⊙ h) + (1 − z) ⊙ n.",
)
def reset_old_state(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * r * h + (1 - z) * n


@misconception(
    student="Some of your gates are negative: how much of something is kept should lie between "
    "none and all of it.",
    staff="tanh for the logistic function in both gates.",
)
def tanh_gates(P, x, h):
    r, z = (np.tanh(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your gates are not squashed at all.",
    staff="Pre-activations for gates.",
)
def no_logistic(P, x, h):
    r, z = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Your step mixes the units of the old state by other weights: check on which side the "
    "matrix stands.",
    staff="h @ W_k for W_k @ h.",
)
def transposed_W(P, x, h):
    r, z = (1 / (1 + np.exp(-(h @ P["W_" + k] + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh((r * h) @ P["W_n"] + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@misconception(
    student="Where a gate is very far open, your result is not a number: think of what your "
    "exponentials become there.",
    staff="exp(v) / (1 + exp(v)), which is inf / inf from v = 710 on.",
)
def overflowing_gates(P, x, h):
    r, z = (np.exp(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]) for k in "rz")
    r, z = r / (1 + r), z / (1 + z)
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@same_as(update_in_candidate)
def one_gate(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "zz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n
