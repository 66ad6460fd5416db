"""What known answers of `rnn_gradients` are asked: random networks and labels, then the edges."""

from functools import partial

import numpy as np

from graders import scales
from reference import rnn_gradients as reference


def ask(question):
    """The arguments of each call, and how large rounding may be in each part of the answer."""
    special = {"cross_entropy_loss": ask_labels, "gradient_regime": ask_regimes}
    return special.get(question, partial(ask_networks, question))()


def ask_networks(question):
    beyond = [far_network()] if question == "product_norm_bound" else []
    for W_hh, zs, hs, i, j in [*networks(), *beyond]:
        norm = np.linalg.norm(W_hh, 2)
        jacobians = [reference.step_jacobian(W_hh, z) for z in zs]
        product = scales.of_product(jacobians)
        if question == "chain_rule_product":
            yield (jacobians, len(W_hh)), product
            yield (np.array(jacobians).reshape(-1, *W_hh.shape), len(W_hh)), product
        elif question == "product_norm_bound":
            tight, loose = reference.product_norm_bound(W_hh, zs)
            yield (W_hh, zs), (scales.of_product_bound(tight, zs), max(len(zs), 1) * loose)
        elif question == "weight_gradient":
            yield (W_hh, zs, hs, i, j), scales.of_weight_gradient(W_hh, zs, hs, i, j)
        for z, h_prev in zip(zs[-1:], hs[-2:-1], strict=True):
            if question == "step_jacobian":
                yield (W_hh, z), np.abs(W_hh).max()
            elif question == "step_norm_bound":
                yield (W_hh, z), (norm, norm)
            elif question == "immediate_gradient":
                yield (z, h_prev, i, j), abs(h_prev[j])


def networks():
    """Random networks of every family and size, then the edges."""
    rng = np.random.default_rng(2026)
    for family in FAMILIES.values():
        for d, n in [(2, 2), (3, 4), (5, 3), (4, 1), (3, 0), (1, 3)]:
            yield network(rng, family(rng, d), n)
    yield network(rng, orthogonal(rng, 4), 30)
    yield network(rng, np.zeros((2, 2)), 2)
    for z in ([0.0, 0.0, 0.0], [400.0, -1.0, 0.5], [-800.0, 800.0, 0.1]):
        W_hh, zs, hs, *_ = network(rng, gaussian(1.5, rng, 3), 2, z)
        yield W_hh, zs, hs, 0, 1


def far_network():
    """A network whose loose bound, 30 ** 30, is beyond the range of single precision."""
    rng = np.random.default_rng(30)
    return network(rng, 30 * orthogonal(rng, 3), 30)


def network(rng, W_hh, n, newest=None):
    """A network run for n steps: |z| log-uniform in [0.05, 3], saturation differs everywhere."""
    d = len(W_hh)
    zs = np.exp(rng.uniform(np.log(0.05), np.log(3.0), (n, d))) * rng.choice([-1.0, 1.0], (n, d))
    if newest is not None:
        zs[-1] = newest
    hs = np.concatenate([rng.uniform(-0.9, 0.9, (1, d)), np.tanh(zs)])
    i, j = rng.permutation(d)[:2] if d > 1 else (0, 0)
    return W_hh, zs, hs, i, int(j)


def gaussian(gain, rng, d):
    return gain * rng.standard_normal((d, d)) / np.sqrt(d)


def orthogonal(rng, d):
    return np.linalg.qr(rng.standard_normal((d, d)))[0]


def triangular(diagonal, rng, d):
    Q = orthogonal(rng, d)
    T = np.triu(2 * rng.standard_normal((d, d)), 1) + np.diag(rng.uniform(-diagonal, diagonal, d))
    return Q @ T @ Q.T


def contractive(rng, d):
    W = gaussian(1.0, rng, d)
    return rng.uniform(0.3, 0.95) * W / np.linalg.norm(W, 2)


def rank_deficient(rng, d):
    r = rng.integers(1, max(d, 2))
    return rng.standard_normal((d, r)) @ rng.standard_normal((r, d))


FAMILIES = {
    "gauss0.5": partial(gaussian, 0.5),
    "gauss1": partial(gaussian, 1.0),
    "gauss1.5": partial(gaussian, 1.5),
    "gauss3": partial(gaussian, 3.0),
    "nonnormal": partial(triangular, 0.8),
    "nilpotent": partial(triangular, 0.0),
    "orthogonal": orthogonal,
    "contractive": contractive,
    "rankdef": rank_deficient,
}


def ask_regimes():
    """Networks on both sides of norm 1, close to it, and with a tolerance of their own."""
    for W_hh, *_ in networks():
        if norm := np.linalg.norm(W_hh, 2):
            for goal in (0.7, 1.3, 0.96, 1.04, 1 - 3e-7, 1 + 3e-7, 1 + 8e-7, 1 - 5e-6):
                yield (W_hh * goal / norm,), None
            for goal in (0.9025, 1.05, 1.102, 1.108):
                yield (W_hh * goal / norm, 0.1), None
        yield (np.zeros_like(W_hh),), None


def ask_labels():
    """Probabilities of every kind: even, skewed, certain, impossible and nearly so."""
    rng = np.random.default_rng(2026)
    for k in (2, 3, 5, 8):
        rare = 10 ** -rng.uniform(14, 30)
        rest = rng.dirichlet(np.ones(k - 1))
        yield from (label(rng.integers(k), rng.dirichlet(np.full(k, a))) for a in (0.3, 1, 5))
        yield label(k - 1, np.append(rest * (1 - rare), rare))
        yield label(k - 1, np.append(rest, 0.0))
        yield label(k - 1, np.append(0.0, rest))
        yield label(k - 1, np.eye(k)[-1])
    yield label(0, np.array([1.0]))
    for tiny in (1e-12, 1e-15, 1e-300):
        yield label(1, np.array([1.0, tiny]))


def label(c, p):
    return (np.eye(len(p))[c], p), max(1.0, -np.log(p[c])) if p[c] else 1.0
