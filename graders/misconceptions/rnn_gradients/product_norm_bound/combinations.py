"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Both your norms treat a matrix as one long vector: check what is computed by default.",
    staff="Two mistakes: the Frobenius norm of W_hh, and of diag(tanh'(z)).",
)
def frobenius_everywhere(W_hh, zs):
    s = np.linalg.norm(W_hh)
    return np.prod([np.linalg.norm(1 - np.tanh(z) ** 2) * s for z in zs]), s ** len(zs)


@misconception(
    student="Both your bounds are too large, and the tight one uses the same derivative at every "
    "step: two things to look at.",
    staff="Two mistakes: the Frobenius norm, and one maximum over all steps.",
)
def frobenius_global_max(W_hh, zs):
    s = np.linalg.norm(W_hh)
    gamma = np.max(1 - np.tanh(zs) ** 2, initial=0.0)
    return (gamma * s) ** len(zs), s ** len(zs)


@misconception(
    student="Your first number is never below your second, and both are too large: "
    "check the order, then the norm.",
    staff="Two mistakes: the Frobenius norm, and (loose, tight).",
)
def frobenius_swapped(W_hh, zs):
    s = np.linalg.norm(W_hh)
    return s ** len(zs), np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])


@misconception(
    student="In your tight bound W_hh acts only once, and your loose bound grows in proportion to "
    "the number of steps: two things to look at.",
    staff="Two mistakes: the norm outside the product, and * for **.",
)
def W_once_times_n(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    return np.prod([(1 - np.tanh(z) ** 2).max() for z in zs]) * s, s * len(zs)
