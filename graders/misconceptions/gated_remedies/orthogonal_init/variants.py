"""Right answers that look unlike ours: other algorithms have other distributions."""

import numpy as np

from graders.misconceptions import variant


@variant("Orthogonal, if not uniformly distributed.")
def no_sign_fix(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain * Q


@variant("The left singular vectors.")
def left_singular(d, rng, gain=1.0):
    U, S, Vt = np.linalg.svd(rng.standard_normal((d, d)))
    return gain * U


@variant("The orthogonal factor of the polar decomposition.")
def polar(d, rng, gain=1.0):
    U, S, Vt = np.linalg.svd(rng.normal(size=(d, d)))
    return gain * U @ Vt


@variant("The eigenvectors of a symmetric matrix.")
def eigenvectors(d, rng, gain=1.0):
    A = rng.standard_normal((d, d))
    return gain * np.linalg.eigh(A + A.T)[1]


@variant("Gram-Schmidt, twice, since once loses digits.")
def gram_schmidt(d, rng, gain=1.0):
    A = rng.standard_normal((d, d))
    for k in range(d):
        for _ in range(2):
            A[:, k] -= A[:, :k] @ (A[:, :k].T @ A[:, k])
        A[:, k] /= np.linalg.norm(A[:, k])
    return (gain * A).tolist()


@variant("The Cayley transform of a skew-symmetric matrix.")
def cayley(d, rng, gain=1.0):
    A = rng.standard_normal((d, d))
    E, S = np.eye(d), A - A.T
    signs = np.where(rng.random() < 0.5, -1.0, 1.0)
    return gain * signs * np.linalg.solve(E + S, E - S)


@variant("A generator that is made from rng is determined by it.")
def seed_of_its_own(d, rng, gain=1.0):
    own = np.random.default_rng(rng.integers(2**32))
    Q, R = np.linalg.qr(own.standard_normal((d, d)))
    return gain * Q


@variant("A product of random reflections.")
def householder(d, rng, gain=1.0):
    Q = np.eye(d)
    for _ in range(d):
        u = rng.standard_normal(d)
        Q = Q - 2 * np.outer(Q @ u, u) / (u @ u)
    return gain * Q
