"""Paths that are missing, or have a wrong sign."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="The old state opens and shuts the update gate: that path is missing.",
    staff="diag((h − n) z (1 − z)) W_z is missing.",
)
def no_update_gate_path(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="The old state opens and shuts the reset gate: that path is missing.",
    staff="diag(h r (1 − r)) W_r is missing.",
)
def no_reset_gate_path(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ np.diag(r)
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="The old state opens and shuts both gates: those paths are missing.",
    staff="Both gates taken for constants.",
)
def gates_constant(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    R = P["W_n"] @ np.diag(r)
    return np.diag(z) + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="The path through the candidate is missing.",
    staff="diag(z) + diag((h − n) z (1 − z)) W_z alone.",
)
def no_candidate(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    return np.diag(z) + Z


@misconception(
    student="The direct path, on which the old state is kept, is missing.",
    staff="diag(z) is missing.",
)
def no_direct_path(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="You follow the direct path only: the old state is read in three more places.",
    staff="diag(z) alone.",
)
def direct_path_only(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    return np.diag(z)


@misconception(
    student="Opening the update gate moves your new state the wrong way: find out which of its "
    "two terms grows.",
    staff="n − h for h − n in the path of the update gate.",
)
def update_sign(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((n - h) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="The update gate occurs twice in the formula: you differentiate one of the two places.",
    staff="diag(h z (1 − z)) W_z: the term −n is forgotten.",
)
def half_of_update(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag(h * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="The update gate occurs twice in the formula: you differentiate only the second place.",
    staff="diag(−n z (1 − z)) W_z: the term h is forgotten.",
)
def other_half_of_update(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag(-n * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="Your update gate keeps the old state where it should let in the new one: two "
    "conventions exist, and the notebook prints one.",
    staff="The Jacobian of the other convention, (1 − z) ⊙ h + z ⊙ n.",
)
def z_reversed(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(1 - z) - Z + np.diag(z * (1 - n**2)) @ R


@misconception(
    student="Your reset gate acts after the product with the weights: two conventions exist, and "
    "the notebook prints one.",
    staff="The Jacobian of the other convention, r ⊙ (W_n h).",
)
def reset_after(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(r * (P["W_n"] @ h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = np.diag(r) @ P["W_n"] + np.diag((P["W_n"] @ h) * r * (1 - r)) @ P["W_r"]
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R
