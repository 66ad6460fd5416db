"""Random questions: draws of recurrent networks and of labels, each replayable from its seed.

A *family* is a way to draw a weight matrix that tells certain mistakes from the right answer. The
pre-activations are drawn apart from it, |z| log-uniform in [0.05, 3] with random signs, so that
saturation differs between units and steps; inputs x = z − W_hh h − b_h realise any sequence of
them, so every draw is a genuine network.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.random import Generator

from graders.kinds import Draw, Kind
from graders.label_draws import Label, draw_label


@dataclass(frozen=True)
class RNN:
    """One random recurrent network, run for n steps.

    W_hh is (d, d), zs (n, d), hs (n+1, d) with `hs[s]` the state before `zs[s]`; i and j are
    different units, except when d = 1.
    """

    family: str
    seed: int
    W_hh: np.ndarray
    zs: np.ndarray
    hs: np.ndarray
    i: int
    j: int

    @property
    def d(self) -> int:
        """The hidden size."""
        return len(self.W_hh)

    @property
    def n(self) -> int:
        """The number of steps."""
        return len(self.zs)

    @property
    def z(self) -> np.ndarray:
        """The newest pre-activation, shape (d,)."""
        return self.zs[-1]

    @property
    def ds(self) -> np.ndarray:
        """The derivatives tanh'(zs), to two digits that a person can read, shape (n, d)."""
        return np.round(1.0 / np.cosh(self.zs) ** 2, 2)

    @property
    def h_prev(self) -> np.ndarray:
        """The state before the newest step, shape (d,)."""
        return self.hs[-2]

    def describe(self) -> dict[str, object]:
        """What a person needs to know of this draw, and to replay it."""
        return {"family": self.family, "seed": self.seed, "d": self.d, "n": self.n}


def gaussian(gain: float) -> Callable[[Generator, int], np.ndarray]:
    """Independent normal entries of standard deviation gain/√d."""
    return lambda rng, d: gain * rng.standard_normal((d, d)) / np.sqrt(d)


def orthogonal(rng: Generator, d: int) -> np.ndarray:
    """A rotation or reflection, uniformly distributed (QR with the signs of R mended)."""
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return Q * np.sign(np.diag(R))


def orth_mixed(rng: Generator, d: int) -> np.ndarray:
    """An orthogonal matrix of another length: all singular values equal, between 0.6 and 1.4."""
    return orthogonal(rng, d) * rng.uniform(0.6, 1.4)


def contractive(rng: Generator, d: int) -> np.ndarray:
    """A Gaussian matrix scaled to a spectral norm between 0.3 and 0.95."""
    W = rng.standard_normal((d, d))
    return W * rng.uniform(0.3, 0.95) / np.linalg.norm(W, 2)


def nonnormal(rng: Generator, d: int) -> np.ndarray:
    """Small eigenvalues, large norm: an upper triangle turned by an orthogonal matrix."""
    Q = orthogonal(rng, d)
    T = np.diag(rng.uniform(-0.8, 0.8, d)) + np.triu(2 * rng.standard_normal((d, d)), 1)
    return Q @ T @ Q.T


def nilpotent(rng: Generator, d: int) -> np.ndarray:
    """All eigenvalues zero, norm far from it."""
    Q = orthogonal(rng, d)
    return Q @ np.triu(2 * rng.standard_normal((d, d)), 1) @ Q.T


def rankdef(rng: Generator, d: int) -> np.ndarray:
    """A rank between 1 and d − 1 (1 when d = 1)."""
    r = rng.integers(1, max(d, 2))
    return rng.standard_normal((d, r)) @ rng.standard_normal((r, d)) / np.sqrt(r)


FAMILIES: dict[str, Callable[[Generator, int], np.ndarray]] = {
    "gauss0.5": gaussian(0.5),
    "gauss1": gaussian(1.0),
    "gauss1.5": gaussian(1.5),
    "gauss3": gaussian(3.0),
    "mixedsat": gaussian(1.2),
    "nonnormal": nonnormal,
    "orth_mixed": orth_mixed,
    "contractive": contractive,
    "rankdef": rankdef,
    "nilpotent": nilpotent,
    "orthogonal": orthogonal,
}
SEPARATING = tuple(FAMILIES)[:8]
"""The families of one-step questions: each mistake is seen in most of their draws."""
OF_PRODUCTS = tuple(FAMILIES)[:10]
"""The families of questions about products of Jacobians."""


def draw_rnn(family: str, seed: int, d: int, n: int) -> RNN:
    """The network of `family` with `d` units and `n` steps that belongs to `seed`."""
    rng = np.random.default_rng(seed)
    W_hh = FAMILIES[family](rng, d)
    zs = np.exp(rng.uniform(np.log(0.05), np.log(3.0), (n, d))) * rng.choice([-1.0, 1.0], (n, d))
    hs = np.concatenate([np.tanh(rng.standard_normal((1, d))), np.tanh(zs)])
    i = int(rng.integers(d))
    j = int((i + rng.integers(1, d)) % d) if d > 1 else 0
    return RNN(family, seed, W_hh, zs, hs, i, j)


@dataclass
class Draws:
    """The draws of one question for one student, the same ones whenever it is graded again.

    The course key keeps seeds from being guessed; a seed that is shown gives nothing else away.
    """

    course_key: bytes
    assignment: str
    question: str
    student: str
    criterion: str = ""
    drawn: int = field(default=0, init=False)
    """How many draws this criterion has had: no two of them share a seed."""
    current: Draw | None = field(default=None, init=False)
    """The draw that is being asked about."""

    def rnns(
        self, *families: str, count: int, d: tuple[int, int] = (2, 8), n: tuple[int, int] = (2, 8)
    ) -> Iterator[RNN]:
        """`count` networks, the families in turn, growing in size; steps and units vary apart."""
        return self._asked(
            draw_rnn(family, self._seed(), size, n[0] + index % (n[1] - n[0] + 1))
            for index, (family, size) in enumerate(_grown(families, count, d))
        )

    def labels(self, *families: str, count: int, C: tuple[int, int] = (2, 8)) -> Iterator[Label]:
        """`count` labels with probabilities, the families in turn, sizes growing."""
        planned = _grown(families, count, C)
        return self._asked(draw_label(family, self._seed(), size) for family, size in planned)

    def of(
        self, kind: Kind, *families: str, count: int, size: tuple[int, int] = (1, 6)
    ) -> Iterator[Draw]:
        """`count` draws of a kind, the families in turn, sizes growing."""
        planned = _grown(families, count, size)
        return self._asked(kind.draw(family, self._seed(), size) for family, size in planned)

    def _asked(self, draws: Iterable[Draw]) -> Iterator[Draw]:
        for self.current in draws:
            yield self.current
        self.current = None

    def generator(self) -> Generator:
        """Randomness for an edge case that belongs to no family."""
        return np.random.default_rng(self._seed())

    def _seed(self) -> int:
        self.drawn += 1
        words = (self.assignment, self.question, self.student, self.criterion, str(self.drawn))
        digest = hmac.digest(self.course_key, "\0".join(words).encode(), hashlib.sha256)
        return int.from_bytes(digest[:4])


def _grown(
    families: tuple[str, ...], count: int, bounds: tuple[int, int]
) -> Iterator[tuple[str, int]]:
    """The families in turn, `count` in all, each with a size within bounds, the smallest first."""
    low, high = bounds
    for index in range(count):
        yield families[index % len(families)], low + (high - low + 1) * index // count
