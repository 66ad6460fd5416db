"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("Broadcasting scales the columns of the identity.")
def eye_times(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.eye(len(h)) * f


@variant("The logistic function is (1 + tanh(v / 2)) / 2.")
def by_tanh(P, x, h, c):
    f = (1 + np.tanh((P["W_f"] @ h + P["U_f"] @ x + P["b_f"]) / 2)) / 2
    return np.diag(f)


@variant("Nested lists.")
def nested_lists(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return [[float(f[r]) if r == k else 0.0 for k in range(len(f))] for r in range(len(f))]


@variant("A complex step has no cancellation.")
def complex_step(P, x, h, c):
    f, i, _, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i = 1 / (1 + np.exp(-f)), 1 / (1 + np.exp(-i))
    step = 1e-20j * np.eye(len(c))
    return (f[:, None] * (c[:, None] + step) + (i * np.tanh(v))[:, None]).imag / 1e-20


@variant("A matrix is an array, too.")
def matrix_class(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.matrix(np.diag(f))
