"""Right answers that look unlike ours."""

import math

import numpy as np

from graders.misconceptions import variant


@variant("The same mixture, written as a step from n towards h.")
def interpolated(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return n + z * (h - n)


@variant("The logistic function is (1 + tanh(v / 2)) / 2.")
def by_tanh(P, x, h):
    r, z = ((1 + np.tanh((P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]) / 2)) / 2 for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@variant("The reset gate scales the columns of W_n.")
def scaled_columns(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh((P["W_n"] * r) @ h + P["U_n"] @ x + P["b_n"])
    return z * h + (1 - z) * n


@variant("A list.")
def as_list(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    n = np.tanh(P["W_n"] @ (r * h) + P["U_n"] @ x + P["b_n"])
    return (z * h + (1 - z) * n).tolist()


@variant("Unit by unit.")
def loops(P, x, h):
    r, z = (1 / (1 + np.exp(-(P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k]))) for k in "rz")
    new = []
    for k in range(len(h)):
        v = sum(P["W_n"][k][q] * r[q] * h[q] for q in range(len(h)))
        n = math.tanh(v + P["U_n"][k] @ x + P["b_n"][k])
        new.append(z[k] * h[k] + (1 - z[k]) * n)
    return np.array(new)
