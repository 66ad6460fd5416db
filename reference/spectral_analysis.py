"""Eigenvalues, singular values and products, as documents 001 and 002 use and mix them up.

With this file one can
    measure a matrix by its eigenvalues           (spectral_radius)
    measure it by how far it stretches            (spectral_norm)
    raise it to a power through its eigenvectors  (eigen_power)
    split it into a turn and a stretch            (polar_decomposition)
    multiply the Jacobians of steps in order      (ordered_product)
    multiply them as document 001 does            (commuted_product)
    say how far apart the two products are        (commutation_gap)
    bound the first of them from both sides       (product_norm_interval)
    follow the norms of all powers                (power_norms)
    find where they are largest                   (transient_peak)
    measure what makes radius and norm differ     (departure_from_normality)

and refute
    ‖D W‖ = ‖D‖ ‖W‖                               (refute_norm_equality)
    the diagonals commute past W                  (refute_commuting)
    eigenvalues below 1 make gradients vanish     (refute_eigenvalue_criterion)
    the lower bound (δ ‖W‖)ⁿ                      (refute_lower_bound)
    ‖Wⁿ‖ is the size of Rⁿ, W = Q R               (refute_polar)
    ‖W‖ above 1 makes gradients explode           (refute_exploding)

A refutation has many right answers; here is one of each. Symbols are those of `reference`. Nested
lists will do, no argument is modified, results are new. All raise ValueError on another shape, an
empty array (n may be 0), an entry not real and finite, a number of steps or units not an integer or
too small.
"""

import math

import numpy as np

from reference.arguments import array, integer, quiet
from reference.rnn_gradients import product

DEFECTIVE = 1e8
"""A condition number of the eigenvectors from which on there are too few of them."""


@quiet
def spectral_radius(W_hh) -> float:
    """Document 001, item 9: max |λ|, the largest modulus of an eigenvalue, real or complex.

    W_hh (d, d) -> a float >= 0
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    return float(np.abs(np.linalg.eigvals(W_hh)).max())


@quiet
def spectral_norm(W_hh) -> float:
    """Document 002: ‖W_hh‖₂, the largest singular value.

    W_hh (d, d) -> a float >= 0
    """
    return _norm(array("W_hh", W_hh, ("d", "d")))


@quiet
def eigen_power(W_hh, k) -> np.ndarray:
    """Document 001, item 8: W_hhᵏ = U Sᵏ U⁻¹, the columns of U eigenvectors, S their eigenvalues.

    W_hh (d, d), k () -> P (d, d), real although U and S may be complex
    Raises ValueError if k is not an integer >= 0, or W_hh is defective: cond(U) > 1e8.
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    k = integer("k", k, 0, math.inf)
    eigenvalues, U = np.linalg.eig(W_hh)
    if not np.linalg.cond(U) <= DEFECTIVE:
        raise ValueError("W_hh is defective, but should have d independent eigenvectors")
    return np.real(U @ np.diag(eigenvalues**k) @ np.linalg.inv(U))


@quiet
def polar_decomposition(W_hh) -> tuple[np.ndarray, np.ndarray]:
    """Document 002, end: W_hh = Q R with Q orthogonal and R symmetric, no eigenvalue below 0.

    W_hh (d, d) -> Q (d, d), R (d, d); R is unique, Q is if W_hh is invertible
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    A, sigma, Bt = np.linalg.svd(W_hh)
    R = Bt.T @ np.diag(sigma) @ Bt
    return A @ Bt, (R + R.T) / 2


@quiet
def ordered_product(W_hh, ds) -> np.ndarray:
    """Document 001, item 6: D_n W_hh ⋯ D_2 W_hh D_1 W_hh, newest leftmost, D_k = diag(ds[k-1]).

    W_hh (d, d), ds (n, d) -> P (d, d), identity if n = 0
    """
    W_hh, ds = _steps(W_hh, ds)
    P = np.eye(len(W_hh))
    for delta in ds:
        P = np.diag(delta) @ W_hh @ P
    return P


@quiet
def commuted_product(W_hh, ds) -> np.ndarray:
    """Document 001, item 7, which is false: D_n ⋯ D_2 D_1 W_hhⁿ.

    W_hh (d, d), ds (n, d) -> P (d, d), identity if n = 0
    """
    W_hh, ds = _steps(W_hh, ds)
    return np.diag(ds.prod(axis=0)) @ np.linalg.matrix_power(W_hh, len(ds))


@quiet
def commutation_gap(W_hh, ds) -> float:
    """How false it is: ‖ordered − commuted‖₂, zero for one step, diagonal W_hh, or D_k = c_k I.

    W_hh (d, d), ds (n, d) -> a float >= 0
    """
    return _norm(ordered_product(W_hh, ds) - commuted_product(W_hh, ds))


@quiet
def product_norm_interval(W_hh, ds) -> tuple[float, float]:
    """What document 002 should have written: Π min ds[k] σ_min <= ‖P‖₂ <= Π max ds[k] σ_max.

    W_hh (d, d), ds (n, d) -> the floats lower and upper, P = ordered_product; (1.0, 1.0) if n = 0
    Raises ValueError if an entry of ds is negative.
    """
    W_hh, ds = _steps(W_hh, ds)
    if ds.min(initial=0.0) < 0:
        raise ValueError(f"ds has the entry {ds.min()}, but should have none below 0")
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    lower, upper = (sigma.min() * ds.min(axis=1), sigma.max() * ds.max(axis=1))
    return product(lower), product(upper)


@quiet
def power_norms(W_hh, n) -> np.ndarray:
    """‖W_hhᵏ‖₂ for k = 0, …, n: what gradients of a linear network do step by step.

    W_hh (d, d), n () -> v (n+1,)
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    P, norms = np.eye(len(W_hh)), [1.0]
    for _ in range(integer("n", n, 0, math.inf)):
        P = W_hh @ P
        norms.append(_norm(P))
    return np.array(norms)


@quiet
def transient_peak(W_hh, n) -> tuple[int, float]:
    """The first k in 0..n with the largest ‖W_hhᵏ‖₂: eigenvalues below 1 do not put it at 0.

    W_hh (d, d), n () -> the int k and the float ‖W_hhᵏ‖₂
    """
    norms = power_norms(W_hh, n)
    k = int(np.argmax(norms))
    return k, float(norms[k])


@quiet
def departure_from_normality(W_hh) -> float:
    """‖W_hhᵀ W_hh − W_hh W_hhᵀ‖ (Frobenius): zero if and only if the eigenvectors are orthogonal.

    W_hh (d, d) -> a float >= 0
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    return _norm(W_hh.T @ W_hh - W_hh @ W_hh.T, "fro")


def refute_norm_equality(d) -> tuple[np.ndarray, np.ndarray]:
    """Document 002: ‖D W‖ = ‖D‖ ‖W‖. Where W_hh stretches most, D shrinks most.

    d () -> W_hh (d, d), delta (d,) with ‖diag(delta) W_hh‖₂ = ‖delta‖_max ‖W_hh‖₂ / 10, d >= 2
    """
    weights, delta = np.full((2, integer("d", d, 2, math.inf)), 0.1)
    weights[1] = delta[0] = 1.0
    return np.diag(weights), delta


def refute_commuting(n) -> tuple[np.ndarray, np.ndarray]:
    """Document 001: the diagonals commute past W. A swap moves each of them to the other unit.

    n () -> W_hh (2, 2), ds (n, 2) with ‖ordered − commuted‖₂ > 0.8 of the larger norm, n >= 2
    """
    return np.eye(2)[::-1].copy(), np.tile([1.0, 0.1], (integer("n", n, 2, math.inf), 1))


def refute_eigenvalue_criterion(d) -> tuple[np.ndarray, np.ndarray]:
    """Document 001: gradients vanish if max |λ| < 1. The rows cancel until D scales one of them.

    d () -> W_hh (d, d), delta (d,) with the radius 0 of W_hh and 2 of diag(delta) W_hh, d >= 2
    """
    d = integer("d", d, 2, math.inf)
    W_hh, delta = np.zeros((d, d)), np.ones(d)
    W_hh[:2, :2] = [[4.0, -4.0], [4.0, -4.0]]
    delta[1] = 0.5
    return W_hh, delta


def refute_lower_bound(n) -> tuple[np.ndarray, np.ndarray]:
    """Document 002: (δ ‖W‖)ⁿ <= ‖J_n‖, δ the least ‖D_k‖. The largest entries do not meet.

    n () -> W_hh (2, 2), ds (n, 2) with ‖J_n‖₂ = 0.1ⁿ and δ ‖W_hh‖₂ = 10, n >= 1
    """
    return np.diag([0.1, 10.0]), np.tile([1.0, 0.001], (integer("n", n, 1, math.inf), 1))


def refute_polar(n) -> np.ndarray:
    """Document 002: W = Q R has powers of the size of Rⁿ. Here W_hh² = 0, and ‖R‖₂ = 2.

    n () -> W_hh (2, 2), n >= 2
    """
    integer("n", n, 2, math.inf)
    return np.array([[0.0, 2.0], [0.0, 0.0]])


def refute_exploding(n) -> tuple[np.ndarray, np.ndarray]:
    """Documents 000 and 003: ‖W‖ > 1 makes gradients explode. Two steps, and nothing is left.

    n () -> W_hh (2, 2), zs (n, 2) with ‖W_hh‖₂ = 10 and J_n ⋯ J_1 = 0, n >= 2
    """
    return np.array([[0.0, 10.0], [0.0, 0.0]]), np.zeros((integer("n", n, 2, math.inf), 2))


def _steps(W_hh, ds) -> tuple[np.ndarray, np.ndarray]:
    W_hh = array("W_hh", W_hh, ("d", "d"))
    return W_hh, array("ds", ds, ("n", len(W_hh)))


def _norm(A, kind=2) -> float:
    # No singular value is found of a matrix that has left float64.
    return float(np.linalg.norm(A, kind)) if np.isfinite(A).all() else math.inf
