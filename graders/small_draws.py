"""Small questions: networks and labels of a few round numbers, which a person can check by hand.

They have the properties of the families they stand for, so that a grader cannot tell them from
random draws; what fails on one of them is a counterexample worth showing.
"""

import itertools
from collections.abc import Callable, Iterator

import numpy as np

from graders.draws import RNN, Draws, Label
from graders.kinds import Draw, Kind

MATRICES: dict[str, Callable[[int], np.ndarray]] = {
    "gauss": lambda d: np.arange(1.0, d * d + 1).reshape(d, d),
    "mixedsat": lambda d: np.fliplr(np.arange(1.0, d * d + 1).reshape(d, d)),
    "nonnormal": lambda d: 0.5 * np.diag((-1.0) ** np.arange(d)) + 2 * np.eye(d, k=1),
    "nilpotent": lambda d: 2 * np.eye(d, k=1),
    "rankdef": lambda d: np.outer(np.arange(1.0, d + 1), np.arange(d, 0.0, -1)),
    "orthogonal": lambda d: _turn(d),
    "orth_mixed": lambda d: 0.5 * _turn(d),
    "contractive": lambda d: 0.5 * np.eye(d) + 0.25 * np.eye(d, k=-1),
}
"""A matrix of d rows for each family; "gauss" stands for all of them, whatever their gain."""

STEPS = ((0.0, 400.0), (0.0, 1.0), (1.0, -1.0), (0.5, 2.0), (0.0, 0.0))
"""Pre-activations of a step, repeated over its units: zero, saturated, and in between."""

LABELS: dict[str, list[tuple[float, ...]]] = {
    "dirichlet": [(0.5, 0.5), (0.75, 0.25), (0.5, 0.25, 0.25), (0.25, 0.5, 0.25)],
    "zero_wrong": [(0.0, 1.0), (0.0, 0.75, 0.25)],
    "unlikely_true": [(1.0, 1e-12), (0.5, 0.5, 1e-12)],
    "rare_true": [(1.0, 1e-20), (0.5, 0.5, 1e-20)],
    "zero_true": [(1.0, 0.0), (0.5, 0.5, 0.0)],
}
"""Probabilities for each family; the last class is the true one."""


class SmallDraws(Draws):
    """Draws that are small on purpose; how many there are is not for the grader to say."""

    def rnns(
        self, *families: str, count: int, d: tuple[int, int] = (2, 8), n: tuple[int, int] = (2, 8)
    ) -> Iterator[RNN]:
        """The small networks of `families`, with the fewest units and steps that are allowed."""
        more_steps, more_units = min(n[0] + 1, n[1]), min(d[0] + 1, d[1])
        sizes = dict.fromkeys([(n[0], d[0]), (more_steps, d[0]), (n[0], more_units)])
        starts = range(len(STEPS))
        for (steps, units), family, first in itertools.product(sizes, _named(families), starts):
            self.current = small_rnn(family, first, units, steps)
            yield self.current
        self.current = None

    def labels(self, *families: str, count: int, C: tuple[int, int] = (2, 8)) -> Iterator[Label]:
        """The small labels of `families`."""
        for family in _named(families):
            for seed, p in enumerate(LABELS[family]):
                if C[0] <= len(p) <= C[1]:
                    self.current = Label(family, seed, np.eye(len(p))[-1], np.array(p))
                    yield self.current
        self.current = None

    def of(
        self, kind: Kind, *families: str, count: int, size: tuple[int, int] = (1, 6)
    ) -> Iterator[Draw]:
        """The small draws of a kind, of the smallest size that is allowed and of the next."""
        sizes = dict.fromkeys([size[0], min(size[0] + 1, size[1])])
        for units, family in itertools.product(sizes, families):
            for self.current in kind.small(family, units):
                yield self.current
        self.current = None


def small_rnn(family: str, first: int, d: int, n: int) -> RNN:
    """The small network of a family whose steps begin with `STEPS[first]`."""
    steps = itertools.islice(itertools.cycle(STEPS[first:] + STEPS[:first]), n)
    zs = np.array([np.resize(step, d) for step in steps]).reshape(n, d)
    hs = np.concatenate([np.resize([0.5, -1.0], (1, d)), np.tanh(zs)])
    return RNN(family, first, MATRICES[family](d), zs, hs, i=0, j=min(1, d - 1))


def _named(families: tuple[str, ...]) -> list[str]:
    """The families without their gains or other numbers: "gauss0.5" and "gauss3" are one here."""
    return list(dict.fromkeys(family.rstrip("0123456789.") for family in families))


def _turn(d: int) -> np.ndarray:
    """A rotation of d axes into each other, by a quarter turn where there are two."""
    Q = np.roll(np.eye(d), 1, axis=1)
    Q[-1] = -Q[-1] + 0.0
    return Q
