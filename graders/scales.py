"""How large rounding may be: the scales that answers are compared at.

A tolerance is `rtol` times the scale that the error of a backward-stable float64 algorithm really
has, which is not the size of the answer: a product of matrices may be far smaller than what it was
summed from. Each scale comes from forward error analysis with unit roundoff u = 2⁻⁵³.
"""

import numpy as np


def of_product(jacobians: list[np.ndarray]) -> float:
    """S = Σ_k ‖J_n⋯J_{k+1}‖ ‖J_k‖ ‖J_{k−1}⋯J_1‖, and 1 for no factor.

    Each product AB adds at most d·u·‖A‖‖B‖, which the remaining factors carry on.
    """
    if not len(jacobians):
        return 1.0
    eye = np.eye(len(jacobians[0]))
    before = _running(jacobians, eye)[:-1]
    after = [P.T for P in _running([J.T for J in reversed(jacobians)], eye)][-2::-1]
    norms = np.linalg.norm([after, jacobians, before], 2, axis=(2, 3))
    return float(np.sum(np.prod(norms, axis=0)))


def of_commuted_product(W_hh: np.ndarray, ds: np.ndarray) -> float:
    """∏ ‖D_k‖ ‖W_hh‖: an error of each factor, carried on by all the others; 1 for no step."""
    return float(np.prod(np.abs(ds).max(axis=1) * np.linalg.norm(W_hh, 2)))


def of_product_bound(tight: float, zs: np.ndarray) -> float:
    """tight · Σ_k (1 + 1/m_k), m_k = max_r tanh'(zs[k, r]); `tight` itself for no step.

    tanh' carries an absolute error of 6u, so a relative one of 6u/m_k.
    """
    m = 1.0 / np.cosh(np.abs(zs).min(axis=1)) ** 2
    return float(tight * np.sum(1.0 + 1.0 / m)) if len(m) else tight


def of_weight_gradient(W_hh: np.ndarray, zs: np.ndarray, hs: np.ndarray, i: int, j: int) -> float:
    """The running error bound E ← ‖J_k‖ E + ‖W_hh‖ ‖v‖ + |hs[k, j]|, v the gradient so far."""
    error, v, norm = 0.0, np.zeros(len(W_hh)), np.linalg.norm(W_hh, 2)
    for z, h in zip(zs, hs, strict=False):
        slope = 1.0 / np.cosh(z) ** 2
        error = np.linalg.norm(slope[:, None] * W_hh, 2) * error + norm * np.linalg.norm(v)
        error += abs(h[j])
        v = slope * (W_hh @ v)
        v[i] += slope[i] * h[j]
    return float(error)


def of_loss_gradient(W_hh: np.ndarray, slopes: np.ndarray, g_T: np.ndarray, gamma: float) -> float:
    """The running error bound E ← ‖J_k‖ E + gamma ‖W_hh‖ ‖g‖, g the gradient so far, newest first.

    `slopes` (n, d) are f'(zs) of the steps that are gone back, oldest first.
    """
    error, g, norm = float(np.linalg.norm(g_T)), g_T, np.linalg.norm(W_hh, 2)
    for slope in slopes[::-1]:
        J = slope[:, None] * W_hh
        error = np.linalg.norm(J, 2) * error + gamma * norm * np.linalg.norm(g)
        g = J.T @ g
    return float(error)


def of_log_bound(g_norm: float, gamma: float, rho: float, L: int) -> float:
    """|ln g_norm| + L (|ln gamma| + |ln rho|) + 1e-3: logarithms are rounded, and may cancel.

    A number that is 0 makes the bound 0, whose logarithm is not rounded.
    """
    logs = [0.0 if number == 0 else abs(np.log(number)) for number in (g_norm, gamma, rho)]
    return float(logs[0] + L * (logs[1] + logs[2]) + 1e-3)


def _running(factors: list[np.ndarray], start: np.ndarray) -> list[np.ndarray]:
    products = [start]
    for factor in factors:
        products.append(factor @ products[-1])
    return products
