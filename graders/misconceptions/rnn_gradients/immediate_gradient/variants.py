"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("All units are computed, and a mask keeps the one that the weight feeds.")
def masked(z, h_prev, i, j):
    return (1 - np.tanh(z) ** 2) * h_prev[j] * (np.arange(len(z)) == i)


@variant("A list of floats has the right shape.")
def list_of_floats(z, h_prev, i, j):
    value = float((1 - np.tanh(z[i]) ** 2) * h_prev[j])
    return [value if r == i else 0.0 for r in range(len(z))]


@variant("The Kronecker delta is row i of the identity.")
def einsum(z, h_prev, i, j):
    return np.einsum("r,r->r", 1 - np.tanh(z) ** 2, np.eye(len(z))[i]) * h_prev[j]


@variant("One minus a square is a product of two factors.")
def product_form(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i])) * (1 + np.tanh(z[i])) * h_prev[j]
    return g


@variant("Single precision is within the tolerance.")
def float32(z, h_prev, i, j):
    g = np.zeros(len(z), dtype=np.float32)
    g[i] = (1 - np.tanh(np.float32(z[i])) ** 2) * np.float32(h_prev[j])
    return g


@variant("tanh' is one over cosh squared, and 0 where cosh overflows.")
def sech2(z, h_prev, i, j):
    g = np.zeros_like(z)
    g[i] = h_prev[j] / np.cosh(z[i]) ** 2
    return g


@variant("With the logistic s at 2z, tanh' is 4 s (1 - s).")
def logistic_identity(z, h_prev, i, j):
    s = 1 / (1 + np.exp(-2 * z[i]))
    return np.eye(len(z))[i] * (4 * s * (1 - s) * h_prev[j])


@variant("diag(tanh'(z)) times the derivative of the pre-activation by the weight.")
def matrix_times_vector(z, h_prev, i, j):
    dW = np.zeros((len(z), len(z)))
    dW[i, j] = 1.0
    return np.diag(1 - np.tanh(z) ** 2) @ dW @ h_prev


@variant("A complex step differentiates without rounding error.")
def complex_step(z, h_prev, i, j):
    step = np.zeros(len(z), dtype=complex)
    step[i] = 1e-20j * h_prev[j]
    return np.tanh(z + step).imag / 1e-20


@variant("A central difference of tanh cannot be told from the formula.")
def central_difference(z, h_prev, i, j):
    slope = (np.tanh(z + 1e-6) - np.tanh(z - 1e-6)) / 2e-6
    return np.where(np.arange(len(z)) == i, slope * h_prev[j], 0.0)


@variant("Extended precision is a real dtype.")
def longdouble(z, h_prev, i, j):
    g = np.zeros(len(z), dtype=np.longdouble)
    g[i] = (1 - np.tanh(np.longdouble(z[i])) ** 2) * h_prev[j]
    return g


@variant("The derivatives of all units by all weights, of which one slice is returned.")
def slice_of_all(z, h_prev, i, j):
    everything = np.einsum("r,ri,j->rij", 1 - np.tanh(z) ** 2, np.eye(len(z)), h_prev)
    return everything[:, i, j]


@variant("tanh' in exponentials of -|z|, which never overflow.")
def exponentials(z, h_prev, i, j):
    e = np.exp(-2 * np.abs(z[i]))
    return np.pad([4 * e / (1 + e) ** 2 * h_prev[j]], (i, len(z) - i - 1))


@variant("The step is run again with a weight changed by a complex nudge.")
def nudged_weight(z, h_prev, i, j):
    W = np.zeros((len(z), len(z)), dtype=complex)
    W[i, j] = 1e-30j
    return np.imag(np.tanh(W @ h_prev + z)) / 1e-30
