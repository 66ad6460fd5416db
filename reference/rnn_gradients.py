"""Gradients through the steps of a tanh RNN, as asked by document 003.

With this file one can
    run the network and keep every step           (rnn_forward)
    score its last prediction                     (cross_entropy_loss)
    differentiate one step in one weight          (immediate_gradient)
    differentiate one step in the state before    (step_jacobian)
    chain the steps, newest leftmost              (chain_rule_product)
    bound the Jacobian of one step                (step_norm_bound)
    bound the Jacobian of many steps              (product_norm_bound)
    say what the bound proves, and what not       (gradient_regime)
    differentiate the whole run in one weight     (weight_gradient)

and, as the other assignments do,
    differentiate tanh                            (tanh_prime)
    multiply what may be huge or tiny             (product)

Symbols are those of `reference`. Nested lists will do, no argument is modified, results are new.
All raise ValueError on another shape, an empty array (n may be 0), an entry not real and finite.
"""

import math

import numpy as np

from reference.arguments import array, integer, quiet


@quiet
def rnn_forward(W_hh, W_ih, b_h, h0, xs) -> tuple[np.ndarray, np.ndarray]:
    """Document 003, question 2(a): z = W_hh h_prev + W_ih x + b_h and h = tanh(z), oldest first.

    W_hh (d, d), W_ih (d, m), b_h (d,), h0 (d,), xs (n, m) -> zs (n, d), hs (n+1, d)
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    W_ih = array("W_ih", W_ih, (len(W_hh), "m"))
    b_h, h0 = array("b_h", b_h, (len(W_hh),)), array("h0", h0, (len(W_hh),))
    xs = array("xs", xs, ("n", W_ih.shape[1]))
    zs, hs = np.empty((len(xs), len(W_hh))), np.empty((len(xs) + 1, len(W_hh)))
    hs[0] = h0
    for s, x in enumerate(xs):
        zs[s] = W_hh @ hs[s] + W_ih @ x + b_h
        hs[s + 1] = np.tanh(zs[s])
    return zs, hs


@quiet
def cross_entropy_loss(y, p) -> float:
    """Document 003, question 1: −Σ y ln p = −ln p[c], where c is the true class.

    y (C,), p (C,) -> a float >= 0: exactly 0.0 for p[c] = 1, inf for p[c] = 0
    Raises ValueError if y is not one-hot, p leaves [0, 1], or p misses the sum 1 by over 1e-6.
    """
    y = array("y", y, ("C",))
    p = array("p", p, y.shape)
    if np.count_nonzero(y) != 1 or y.max() != 1:
        raise ValueError(f"y is {y}, but should be one-hot: a single 1, all else 0")
    if p.min() < 0 or p.max() > 1 or abs(p.sum() - 1) > 1e-6:
        raise ValueError(f"p is {p}, sum {p.sum()}, but should lie in [0, 1] with sum 1")
    c = np.argmax(y)
    return float(0.0 - np.log(p[c]))  # a mere minus would turn ln 1 into -0.0


@quiet
def immediate_gradient(z, h_prev, i, j) -> np.ndarray:
    """Document 003, question 2(a): ∂⁺h/∂W_hh[i, j] = tanh'(z[i]) h_prev[j] e_i, h_prev constant.

    z (d,), h_prev (d,), row i, column j -> v (d,), all 0 but v[i], the part the document gives
    Raises ValueError if i or j is not an integer in 0..d-1.
    """
    z = array("z", z, ("d",))
    h_prev = array("h_prev", h_prev, z.shape)
    i, j = integer("i", i, 0, len(z) - 1), integer("j", j, 0, len(z) - 1)
    v = np.zeros(len(z))
    v[i] = tanh_prime(z[i]) * h_prev[j]
    return v


@quiet
def step_jacobian(W_hh, z) -> np.ndarray:
    """Document 003, question 3: J = ∂h/∂h_prev = diag(tanh'(z)) W_hh.

    W_hh (d, d), z (d,) -> J (d, d), whose row r is tanh'(z[r]) times row r of W_hh
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    z = array("z", z, (len(W_hh),))
    return np.diag(tanh_prime(z)) @ W_hh


@quiet
def chain_rule_product(jacobians, d) -> np.ndarray:
    """Document 003, question 2(b): ∂h_t/∂h_s = J_t J_{t-1} ⋯ J_{s+1}, newest leftmost.

    jacobians (n, d, d) or a list of n factors (d, d), J_{s+1} first -> P (d, d), identity if n = 0
    Raises ValueError if d, which an empty list cannot tell, is not an integer >= 1.
    """
    d = integer("d", d, 1, math.inf)
    if not np.iterable(jacobians):
        raise ValueError(f"jacobians is {jacobians!r}, but should be a list of matrices")
    P = np.eye(d)
    for s, J in enumerate(jacobians):
        P = array(f"jacobians[{s}]", J, (d, d)) @ P
    return P


@quiet
def step_norm_bound(W_hh, z) -> tuple[float, float]:
    """Document 003, bound 1: ‖J‖₂ <= ‖diag(tanh'(z))‖₂ ‖W_hh‖₂ = max tanh'(z) rho <= rho.

    W_hh (d, d), z (d,) -> the floats tight = max tanh'(z) rho, loose = rho
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    z = array("z", z, (len(W_hh),))
    rho = np.linalg.norm(W_hh, 2)
    return float(tanh_prime(z).max() * rho), float(rho)


@quiet
def product_norm_bound(W_hh, zs) -> tuple[float, float]:
    """Document 003, bound 2: ‖J_t ⋯ J_{s+1}‖₂ <= Π (max tanh'(z) rho) <= rhoⁿ.

    W_hh (d, d), zs (n, d) -> the floats tight and loose, these two; (1.0, 1.0) if n = 0
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    zs = array("zs", zs, ("n", len(W_hh)))
    rho = np.linalg.norm(W_hh, 2)
    return product(tanh_prime(z).max() * rho for z in zs), product(rho for z in zs)


@quiet
def gradient_regime(W_hh, tol=1e-6) -> str:
    """Document 003, end: rho < 1 proves vanishing; rho > 1 lets the bound grow, and no more.

    W_hh (d, d), tol () -> "vanishing" if rho < 1 - tol, "may_explode" if rho > 1 + tol, or
    "borderline". Raises ValueError if tol is negative.
    """
    rho = np.linalg.norm(array("W_hh", W_hh, ("d", "d")), 2)
    tol = array("tol", tol, ())
    if tol < 0:
        raise ValueError(f"tol is {tol}, but should be >= 0")
    if rho < 1 - tol:
        return "vanishing"
    return "may_explode" if rho > 1 + tol else "borderline"


@quiet
def weight_gradient(W_hh, zs, hs, i, j) -> np.ndarray:
    """What document 003 stops short of: ∂h_t/∂W_hh[i, j] = Σ_s (J_t ⋯ J_{s+1}) ∂⁺h_s/∂W_hh[i, j].

    W_hh (d, d), zs (n, d), hs (n+1, d), row i, column j -> v (d,), zeros if n = 0
    Raises ValueError if i or j is not an integer in 0..d-1.
    """
    W_hh = array("W_hh", W_hh, ("d", "d"))
    zs = array("zs", zs, ("n", len(W_hh)))
    hs = array("hs", hs, (len(zs) + 1, len(W_hh)))
    i, j = integer("i", i, 0, len(W_hh) - 1), integer("j", j, 0, len(W_hh) - 1)
    v = np.zeros(len(W_hh))
    for z, h_prev in zip(zs, hs[:-1], strict=True):
        v = step_jacobian(W_hh, z) @ v + immediate_gradient(z, h_prev, i, j)
    return v


def tanh_prime(z) -> np.ndarray:
    """1/cosh²(z), entry by entry: an array of the shape of z."""
    # It keeps its digits in the tails, where 1 - tanh² cancels (to 0.0 from |z| = 19.1 on);
    # it is squared last, since cosh² overflows long before 1/cosh² underflows.
    sech = 1 / np.cosh(z)
    return sech * sech


def product(factors) -> float:
    """The product of some floats, 1.0 of none, however large or small it is on the way."""
    # The exponent is kept apart: a partial product may overflow (inf * 0 is nan), the whole not.
    mantissa, exponent = 1.0, 0
    for factor in factors:
        mantissa, shift = math.frexp(mantissa * factor)
        exponent += shift
    return float(np.ldexp(mantissa, exponent))
