"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("A complex step has no cancellation.")
def complex_step(P, x, h):
    def step(h):
        r, z = (
            (1 + np.tanh((P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]) / 2)) / 2 for k in "rz"
        )
        n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
        return z * h + (1 - z) * n

    columns = [step(h + e).imag / 1e-20 for e in 1e-20j * np.eye(len(h))]
    return np.stack(columns, axis=1)


@variant(
    "A finite difference of this step is right to some 1e-9, and cannot be told from the formula."
)
def central_difference(P, x, h):
    def step(h):
        r, z = (
            (1 + np.tanh((P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]) / 2)) / 2 for k in "rz"
        )
        n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
        return z * h + (1 - z) * n

    columns = [(step(h + e) - step(h - e)) / 2e-6 for e in 1e-6 * np.eye(len(h))]
    return np.stack(columns, axis=1)


@variant("Rows are scaled by broadcasting.")
def broadcast(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = ((h - n) * z * (1 - z))[:, None] * P["W_z"]
    R = P["W_n"] * r + P["W_n"] @ ((h * r * (1 - r))[:, None] * P["W_r"])
    return np.diag(z) + Z + ((1 - z) * (1 - n**2))[:, None] * R


@variant("The two places of z are differentiated one after the other.")
def term_by_term(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    D = np.diag(z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return np.diag(z) + np.diag(h) @ D - np.diag(n) @ D + np.diag(1 - z) @ np.diag(1 - n**2) @ R


@variant("Nested lists.")
def nested_lists(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    Z = np.diag((h - n) * z * (1 - z)) @ P["W_z"]
    R = P["W_n"] @ (np.diag(r) + np.diag(h * r * (1 - r)) @ P["W_r"])
    return (np.diag(z) + Z + np.diag((1 - z) * (1 - n**2)) @ R).tolist()
