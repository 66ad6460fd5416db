"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("The largest singular value is the spectral norm.")
def svd(W_hh, z):
    e = (1 / np.cosh(z) ** 2).max() * np.linalg.svd(W_hh)[1][0]
    return max(0.0, 1 - e), 1 + e


@variant("The root of the largest eigenvalue of WᵀW is the spectral norm.")
def gram(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.sqrt(max(np.linalg.eigvalsh(W_hh.T @ W_hh)[-1], 0))
    return max(0.0, 1 - e), 1 + e


@variant("tanh is steepest where |z| is least.")
def least_pre_activation(W_hh, z):
    e = (1 - np.tanh(np.abs(z).min()) ** 2) * np.linalg.norm(W_hh, 2)
    return max(0.0, 1 - e), 1 + e


@variant("An array of two numbers.")
def array(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return np.maximum(0, 1 + e * np.array([-1, 1]))


@variant("Arrays of one number.")
def list_of_arrays(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return [np.array([max(0.0, 1 - e)]), np.array([1 + e])]
