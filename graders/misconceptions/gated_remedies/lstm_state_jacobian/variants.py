"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("A complex step has no cancellation.")
def complex_step(P, x, h, c):
    def step(h, c):
        f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
        f, i, o = ((1 + np.tanh(a / 2)) / 2 for a in (f, i, o))
        c_new = f * c + i * np.tanh(v)
        return np.concatenate([o * np.tanh(c_new), c_new])

    d, columns = len(h), []
    for e in 1e-20j * np.eye(2 * len(h)):
        columns.append(step(h + e[:d], c + e[d:]).imag / 1e-20)
    return np.stack(columns, axis=1)


@variant(
    "A finite difference of this step is right to some 1e-9, and cannot be told from the formula."
)
def central_difference(P, x, h, c):
    def step(h, c):
        f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
        f, i, o = ((1 + np.tanh(a / 2)) / 2 for a in (f, i, o))
        c_new = f * c + i * np.tanh(v)
        return np.concatenate([o * np.tanh(c_new), c_new])

    d, columns = len(h), []
    for e in 1e-6 * np.eye(2 * len(h)):
        there, back = step(h + e[:d], c + e[d:]), step(h - e[:d], c - e[d:])
        columns.append((there - back) / 2e-6)
    return np.stack(columns, axis=1)


@variant("Rows are scaled by broadcasting, and blocks written into their places.")
def broadcast(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    d, J = len(h), np.zeros((2 * len(h), 2 * len(h)))
    J[d:, :d] = (c * f * (1 - f))[:, None] * P["W_f"] + (v * i * (1 - i))[:, None] * P["W_i"]
    J[d:, :d] += (i * (1 - v**2))[:, None] * P["W_c"]
    J[d:, d:] = np.diag(f)
    J[:d] = (o * (1 - t**2))[:, None] * J[d:]
    J[:d, :d] += (t * o * (1 - o))[:, None] * P["W_o"]
    return J


@variant("Everything but the output gate acts by way of the new memory.")
def through_the_memory(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    D = np.hstack([A, np.diag(f)])
    out = np.hstack([np.diag(t * o * (1 - o)) @ P["W_o"], np.zeros(A.shape)])
    return np.vstack([out + np.diag(o * (1 - t**2)) @ D, D])


@variant("Nested lists.")
def nested_lists(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]]).tolist()
