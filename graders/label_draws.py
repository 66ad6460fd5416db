"""Random labels and class probabilities, each replayable from its seed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator


@dataclass(frozen=True)
class Label:
    """A one-hot label y and class probabilities p, both of shape (C,)."""

    family: str
    seed: int
    y: np.ndarray
    p: np.ndarray

    def describe(self) -> dict[str, object]:
        """What a person needs to know of this draw, and to replay it."""
        return {"family": self.family, "seed": self.seed, "C": len(self.p)}


def _dirichlet(alpha: float) -> Callable[[Generator, int], np.ndarray]:
    return lambda rng, C: rng.dirichlet(np.full(C, alpha))


def _rare_true(low: float, high: float) -> Callable[[Generator, int], np.ndarray]:
    """The true class, the last one, is unlikely: −log10 p between `low` and `high`."""
    return lambda rng, C: _last(10 ** -rng.uniform(low, high), rng, C)


def _zero_wrong(rng: Generator, C: int) -> np.ndarray:
    """A wrong class, the first one, is impossible."""
    return np.insert(rng.dirichlet(np.ones(C - 1)), 0, 0.0)


def _zero_true(rng: Generator, C: int) -> np.ndarray:
    """The true class, the last one, is impossible."""
    return _last(0.0, rng, C)


def _last(p: float, rng: Generator, C: int) -> np.ndarray:
    return np.append(rng.dirichlet(np.ones(C - 1)) * (1 - p), p)


LABEL_FAMILIES: dict[str, Callable[[Generator, int], np.ndarray]] = {
    "dirichlet0.3": _dirichlet(0.3),
    "dirichlet1": _dirichlet(1.0),
    "dirichlet5": _dirichlet(5.0),
    "zero_wrong": _zero_wrong,
    "unlikely_true": _rare_true(11, 14),
    "rare_true": _rare_true(14, 30),
    "zero_true": _zero_true,
}


def draw_label(family: str, seed: int, C: int) -> Label:
    """The label and probabilities of `family` with `C` classes that belong to `seed`.

    The true class is never class 0, which hides the mistakes that take y[0] for the label.
    """
    rng = np.random.default_rng(seed)
    p = LABEL_FAMILIES[family](rng, C)
    true = rng.integers(1, C) if family.startswith("dirichlet") else C - 1
    return Label(family, seed, np.eye(C)[true], p)
