"""What known answers of `spectral_analysis` are asked: random matrices, edges, and every size."""

from functools import partial

import numpy as np

from graders import scales
from tests.misconceptions.asked.rnn_gradients import networks


def ask(question):
    """The arguments of each call, and how large rounding may be in each part of the answer.

    Where many answers are right, a rule tells of one whether it is.
    """
    if question in REFUTED:
        first, rule = REFUTED[question]
        return (((size,), partial(passes, rule)) for size in range(first, 9))
    return ASKED[question](question)


def ask_matrices(question):
    """Every matrix but those whose eigenvalues rounding moves far: radius and powers need them."""
    for W, *_ in networks():
        norm = np.linalg.norm(W, 2) or 1.0
        if question == "polar_decomposition":
            yield (W,), partial(is_polar, norm)
        elif question == "departure_from_normality":
            yield (W,), norm**2
        elif question == "spectral_norm" or has_eigenvectors(W):
            yield (W,), norm


def ask_powers(question):
    dips = np.array([[0.0, 4.0, 0.0], [0.0, 0.0, 0.1], [4.0, 0.0, 0.0]])
    for W, zs, *_ in [*networks(), (dips, dips[[0, 0, 0, 0, 0]])]:
        norm, n = np.linalg.norm(W, 2), min(len(zs), 6)
        if question == "power_norms":
            yield (W, n), norm ** np.arange(n + 1) if norm else 1.0
        elif question == "eigen_power" and has_eigenvectors(W):
            yield (W, n), norm**n or 1.0
        elif question == "transient_peak" and has_a_peak(W, n):
            yield (W, n), (1.0, max(norm, 1.0) ** n)


def ask_products(question):
    for W, zs, *_ in networks():
        ds = 1 / np.cosh(zs) ** 2
        commuted = np.prod(ds.max(axis=1) * np.linalg.norm(W, 2)) or 1.0
        if question == "ordered_product":
            yield (W, ds), scales.of_product([delta[:, None] * W for delta in ds]) or 1.0
        elif question != "product_norm_interval":
            yield (W, ds), commuted
        elif np.linalg.cond(W) < 1e3:
            lower = np.prod(ds.min(axis=1) * np.linalg.norm(W, -2))
            yield (W, ds), (lower or 1.0, commuted)


def has_eigenvectors(W):
    return np.linalg.cond(np.linalg.eig(W)[1]) < 1e4


def has_a_peak(W, n):
    norms = sorted(np.linalg.norm(np.linalg.matrix_power(W, k), 2) for k in range(n + 1))
    return n == 0 or norms[-2] < 0.99 * norms[-1]


def is_polar(norm, answer, W):
    Q, R = map(np.asarray, answer(W))
    errors = Q @ R - W, R - R.T, norm * (Q.T @ Q - np.eye(len(W)))
    return max(np.abs(E).max() for E in errors) < 1e-6 * norm and (
        np.linalg.eigvalsh(R).min() > -1e-6 * norm
    )


ASKED = {
    **dict.fromkeys(("spectral_radius", "spectral_norm", "polar_decomposition"), ask_matrices),
    "departure_from_normality": ask_matrices,
    **dict.fromkeys(("eigen_power", "power_norms", "transient_peak"), ask_powers),
    **dict.fromkeys(("ordered_product", "commuted_product", "commutation_gap"), ask_products),
    "product_norm_interval": ask_products,
}

# ---- counterexamples: the claims once more, in other words than the graders'


def norm(A):
    return np.linalg.svd(A, compute_uv=False)[0]


def radius(A):
    return max(abs(value) for value in np.linalg.eig(A)[0])


def steps(W, ds):
    product = np.eye(len(W))
    for delta in ds:
        product = delta[:, None] * (W @ product)
    return product


def passes(rule, answer, size):
    """Whether an answer is finite, of moderate size, and what the rule wants of this size."""
    got = answer(size)
    pair = rule is not powers_stay_small
    parts = [np.asarray(part, dtype=float) for part in (got if pair else [got])]
    finite = all(np.all(np.abs(part) <= 1e6) for part in parts)
    return finite and bool(rule(size, *parts))


def are_derivatives(ds, *shape):
    return ds.shape == shape and ds.min() > 0 and ds.max() <= 1


def norms_differ(d, W, delta):
    claimed = delta.max() * norm(W)
    wanted = W.shape == (d, d) and are_derivatives(delta, d) and claimed >= 1e-3
    return wanted and norm(np.diag(delta) @ W) <= 0.500001 * claimed


def products_differ(n, W, ds):
    ordered, commuted = steps(W, ds), np.diag(ds.prod(axis=0)) @ np.linalg.matrix_power(W, len(ds))
    larger = max(norm(ordered), norm(commuted))
    far = norm(ordered - commuted) >= 0.499999 * larger > 0
    return far and are_derivatives(ds, n, len(W))


def explodes_all_the_same(d, W, delta):
    explodes = radius(W) <= 0.500001 and radius(np.diag(delta) @ W) >= 1.099999
    return explodes and W.shape == (d, d) and are_derivatives(delta, d)


def falls_below(n, W, ds):
    definite = np.allclose(W, W.T) and np.linalg.eigvalsh(W).min() >= 0.999999e-3
    claimed = (min(map(max, ds)) * norm(W)) ** n
    return definite and are_derivatives(ds, n, len(W)) and norm(steps(W, ds)) <= 0.500001 * claimed


def powers_stay_small(n, W):
    return norm(np.linalg.matrix_power(W, n)) <= 0.500001 * norm(W) ** n and norm(W) >= 0.099999


def gradient_vanishes(n, W, zs):
    gradient = norm(steps(W, 1 / np.cosh(zs) ** 2))
    return zs.shape == (n, len(W)) and norm(W) >= 1.499999 and gradient <= 1.000001 * 0.5**n


REFUTED = {
    "refute_norm_equality": (2, norms_differ),
    "refute_commuting": (2, products_differ),
    "refute_eigenvalue_criterion": (2, explodes_all_the_same),
    "refute_lower_bound": (1, falls_below),
    "refute_polar": (2, powers_stay_small),
    "refute_exploding": (2, gradient_vanishes),
}
