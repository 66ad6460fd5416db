"""What known answers of `gated_remedies` are asked: random networks, starts and gradients."""

import copy

import numpy as np

from reference import gated_remedies as reference


def ask(question):
    """The arguments of each call, and how large rounding may be, or who judges the answer."""
    special = {
        "orthogonal_init": ask_starts,
        "residual_jacobian": ask_steps,
        "residual_bounds": ask_steps,
        "clip_by_global_norm": ask_gradients,
    }
    if question in special:
        yield from special[question](question)
    else:
        for P, x, h, c in networks("fioc" if question.startswith("lstm") else "rzn"):
            given = (P, x, h, c) if question.startswith("lstm") else (P, x, h)
            want = getattr(reference, question)(*given)
            scale = 1 + max(np.abs(part).max() for part in want)
            yield given, (scale, scale) if isinstance(want, tuple) else scale


def networks(gates):
    """Gated networks with uniform weights of several sizes, and gates that are far open or shut."""
    rng = np.random.default_rng(2026)
    for d, m in [(1, 2), (2, 1), (2, 3), (3, 2), (4, 3), (5, 1)]:
        for size, bias in [(0.5, 0.5), (1.5, 1.0), (1.5, 4.0), (4.0, 1.0), (1.0, 900.0)]:
            P = {}
            for gate in gates:
                P[f"W_{gate}"] = rng.uniform(-size, size, (d, d))
                P[f"U_{gate}"] = rng.uniform(-1, 1, (d, m))
                P[f"b_{gate}"] = rng.uniform(-bias, bias, d)
            yield P, rng.uniform(-2, 2, m), rng.uniform(-0.9, 0.9, d), rng.uniform(-2, 2, d)


def ask_starts(_):
    for seed, (d, gain) in enumerate([(1, 0.5), (2, 1.0), (3, 2.5), (4, 0.3), (7, 1.5)]):
        yield (d, np.random.default_rng(seed), gain), is_random_and_orthogonal
        yield (d, np.random.default_rng(seed)), is_random_and_orthogonal


def is_random_and_orthogonal(answer, d, rng, *gain):
    """Whether an answer is orthogonal, and random by rng and by nothing else."""
    before, length = str(np.random.get_state()), gain[0] if gain else 1.0
    Q, again = (np.asarray(answer(d, copy.deepcopy(rng), *gain)) for _ in range(2))
    other = answer(d, np.random.default_rng(77), *gain)
    return (
        np.allclose(Q.T @ Q, length**2 * np.eye(d), 0, 1e-9 * length**2)
        and np.allclose(Q, again)
        and (d == 1 or not np.isclose(Q, other).any())
        and str(np.random.get_state()) == before
    )


def ask_steps(question):
    rng = np.random.default_rng(2026)
    for d in (1, 2, 3, 5):
        for size in (0.1, 1.0, 3.0):
            for z in (rng.uniform(-3, 3, d), np.full(d, -0.3), rng.choice([-900.0, 0.5], d)):
                W_hh = rng.uniform(-size, size, (d, d))
                bounds = reference.residual_bounds(W_hh, z)
                yield (W_hh, z), (bounds[1],) * 2 if question == "residual_bounds" else 1 + size


def ask_gradients(_):
    rng = np.random.default_rng(2026)
    for shapes in [[(3,)], [(2, 2), (2,)], [(4, 3), (3,), (1,)], [(2, 3, 2), (2, 2)]]:
        for size in (1e-3, 1.0, 1e200):
            for allowed in (0.01, 0.5, 2.0):
                grads = [size * rng.uniform(-1, 1, shape) for shape in shapes]
                norm = reference.clip_by_global_norm(grads, 1.0)[1]
                longest = [norm * min(1.0, allowed)] * len(grads)
                yield (grads, norm * allowed), (longest, norm)
    yield ([], 1.0), ([], 1.0)
    yield ([np.zeros((2, 2))], 1.0), ([1.0], 1.0)
