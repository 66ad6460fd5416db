"""Factors that are missing or stand elsewhere; the layout."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="The reset gate scales rows of a matrix in your formula where it should scale "
    "columns, or the other way round.",
    staff="diag(r) W_n for W_n diag(r), with the candidate of the printed formula.",
)
def r_left_of_W(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = np.diag(r) @ P["W_n"] + P["W_n"] @ np.diag(h * r * (1 - r)) @ P["W_r"]
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="Where the candidate saturates, your result does not become flat.",
    staff="tanh' of the candidate is missing.",
)
def no_tanh_prime(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag(1 - z) @ R


@misconception(
    student="Your derivative of the candidate applies tanh once too often.",
    staff="1 − tanh²(n).",
)
def tanh_prime_twice(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - np.tanh(n) ** 2)) @ R


@misconception(
    student="The candidate is let in by a gate: its factor is missing on that path.",
    staff="diag(1 − n²) without 1 − z.",
)
def no_one_minus_z(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag(1 - n**2) @ R


@misconception(
    student="The candidate passes the wrong share of the update gate.",
    staff="z for 1 − z on the candidate's path.",
)
def z_for_one_minus_z(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag(z * (1 - n**2)) @ R


@misconception(
    student="The candidate reads the old state through a gate: its factor is missing.",
    staff="W_n for W_n diag(r), beside the path of the gate itself.",
)
def no_reset_factor(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.eye(len(h)) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="What the reset gate multiplies is missing where you differentiate the gate.",
    staff="diag(r (1 − r)) W_r without h.",
)
def no_state_factor(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="Where you differentiate a gate, your result does not become flat when it is far open.",
    staff="σ for σ' in both gates.",
)
def no_gate_slopes(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="Your derivatives of the update gate scale columns of the weights where they should "
    "scale rows, or the other way round.",
    staff="W_z diag(…) for diag(…) W_z.",
)
def W_diag(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = P["W_z"] @ np.diag((h - n) * z * (1 - z))
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout.",
    staff="The transpose.",
)
def transposed(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    J = np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R
    return J.T


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="The row sums of the Jacobian.",
)
def vector(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    J = np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R
    return J.sum(axis=1)


@misconception(
    student="Where a gate is very far open, your result is not a number: think of what your "
    "exponentials become there.",
    staff="exp(v) / (1 + exp(v)), which is inf / inf from v = 710 on.",
)
def overflowing_gates(P, x, h):
    r, z = (np.exp(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]) for k in "rz")
    r, z = r / (1 + r), z / (1 + z)
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R


@misconception(
    student="Your function changes the state of its caller: work on a copy.",
    staff="h is overwritten by the new state; the value is right.",
)
def state_in_place(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    J = np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R
    h[:] = z * h + (1 - z) * n
    return J


@misconception(
    student="Your function changes the dict of its caller: work on a copy.",
    staff="P is written to; the value is right.",
)
def parameters_in_place(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    P["W_z"] = Z
    return np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R
