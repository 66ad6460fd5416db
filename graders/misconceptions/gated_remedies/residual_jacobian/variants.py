"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("Rows are scaled by broadcasting.")
def broadcast(W_hh, z):
    return np.identity(len(z)) + (1 - np.tanh(z) ** 2)[:, None] * W_hh


@variant("The slope of tanh is 1 / cosh².")
def sech(W_hh, z):
    return np.eye(len(z)) + W_hh / np.cosh(z)[:, None] ** 2


@variant("A complex step has no cancellation.")
def complex_step(W_hh, z):
    step = 1e-20j * np.eye(len(z))
    return (step + np.tanh(z[:, None] + W_hh @ step)).imag / 1e-20


@variant("One is added on the diagonal of a copy.")
def diagonal_filled(W_hh, z):
    J = (1 - np.tanh(z) ** 2)[:, None] * W_hh
    J[np.diag_indices(len(z))] += 1
    return J


@variant("Nested lists.")
def nested_lists(W_hh, z):
    J = np.eye(len(z)) + np.diag(1 - np.tanh(z) ** 2) @ W_hh
    return J.tolist()
