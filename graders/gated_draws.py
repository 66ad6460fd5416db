"""Random questions about remedies: gated networks, starts of orthogonal weights, gradients to clip.

A family of gated networks is a way to draw parameters that tells certain mistakes from the right
answer. In all of them every gate has parameters of its own, and m differs from d.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from graders.draws import gaussian, nonnormal
from graders.kinds import Kind
from graders.sandbox.randomness import Seed


@dataclass(frozen=True)
class Gated:
    """One step of an LSTM or a GRU: parameters P, input x (m,), state h (d,), memory c (d,)."""

    family: str
    seed: int
    P: dict[str, np.ndarray]
    x: np.ndarray
    h: np.ndarray
    c: np.ndarray

    @property
    def d(self) -> int:
        """The hidden size."""
        return len(self.h)

    def describe(self) -> dict[str, object]:
        """What a person needs to know of this draw, and to replay it."""
        return {"family": self.family, "seed": self.seed, "d": self.d, "m": len(self.x)}


@dataclass(frozen=True)
class Start:
    """A number of units d, and a gain, for weights that are to be drawn."""

    family: str
    seed: int
    d: int
    gain: float

    @property
    def rng(self) -> Seed:
        """The generator to draw them from."""
        return Seed(self.seed)

    def describe(self) -> dict[str, object]:
        """What a person needs to know of this draw, and to replay it."""
        return {"family": self.family, "seed": self.seed, "d": self.d}


@dataclass(frozen=True)
class Gradients:
    """Arrays of several shapes, and how long all of them together may be."""

    family: str
    seed: int
    grads: list[np.ndarray]
    max_norm: float

    def describe(self) -> dict[str, object]:
        """What a person needs to know of this draw, and to replay it."""
        return {"family": self.family, "seed": self.seed, "n": len(self.grads)}


def normal(size: float) -> Callable[[Generator, int], np.ndarray]:
    """Independent normal entries of standard deviation `size`."""
    return lambda rng, d: size * rng.standard_normal(d)


def extreme(rng: Generator, d: int) -> np.ndarray:
    """Beyond the range of exp: the first unit's gates are open, the others open or shut."""
    return np.append(1.0, rng.choice([-1.0, 1.0], d - 1)) * rng.uniform(750, 1000, d)


@dataclass(frozen=True)
class Family:
    """How weights and biases are drawn, and how large the inputs' weights and the memory are."""

    weights: Callable[[Generator, int], np.ndarray]
    biases: Callable[[Generator, int], np.ndarray]
    inputs: float = 1.0
    memory: float = 1.0


FAMILIES = {
    "generic": Family(gaussian(1.3), normal(0.7)),
    "small": Family(gaussian(0.4), normal(0.7), inputs=0.5),
    "large": Family(gaussian(3.0), normal(0.7)),
    "saturated": Family(gaussian(1.3), normal(4.0)),
    "long_memory": Family(gaussian(1.3), normal(0.7), memory=3.0),
    "nonnormal": Family(nonnormal, normal(0.3)),
    "extreme": Family(gaussian(1.0), extreme),
}
SEPARATING = tuple(FAMILIES)[:6]
"""The families of ordinary questions: each mistake is seen in most of their draws."""


def draw_gated(gates: str, family: str, seed: int, d: int) -> Gated:
    """The gated network of `family` with `d` units that belongs to `seed`."""
    rng, of = np.random.default_rng(seed), FAMILIES[family]
    m = int(rng.choice([k for k in range(1, 6) if k != d]))
    P = {}
    for gate in gates:
        P[f"W_{gate}"] = of.weights(rng, d)
        P[f"U_{gate}"] = of.inputs * rng.standard_normal((d, m)) / np.sqrt(m)
        P[f"b_{gate}"] = of.biases(rng, d)
    x, h = rng.standard_normal(m), np.tanh(rng.standard_normal(d))
    return Gated(family, seed, P, x, h, of.memory * rng.standard_normal(d))


def small_gated(gates: str, family: str, d: int) -> Iterator[Gated]:
    """Gated networks of one input and round numbers: without weights, and with all of them."""
    biases = {"saturated": 8.0, "extreme": 800.0}.get(family, 1.0)
    memory = np.resize([3.0, -2.0] if family == "long_memory" else [1.0, 0.5], d)
    for seed, weights in enumerate((0.0, 0.5, 1.0)):
        P = {}
        for k, gate in enumerate(gates):
            turned = np.roll(np.arange(1.0, d * d + 1), k).reshape(d, d)
            P[f"W_{gate}"] = weights * turned * (-1.0) ** k + 0.0
            P[f"U_{gate}"] = np.full((d, 1), weights * (k - 1.0)) + 0.0
            P[f"b_{gate}"] = np.full(d, biases * (1.0 - k))
        yield Gated(family, seed, P, np.ones(1), np.resize([0.5, -1.0], d), memory)


LSTMS = Kind(
    lambda family, seed, d: draw_gated("fioc", family, seed, d),
    lambda family, d: small_gated("fioc", family, d),
)
GRUS = Kind(
    lambda family, seed, d: draw_gated("rzn", family, seed, d),
    lambda family, d: small_gated("rzn", family, d),
)


def spoilt(network: Gated) -> Iterator[tuple[Gated, str]]:
    """Networks that are to be refused, and why; the memory is as it was."""
    gate, d, m = next(iter(network.P)).removeprefix("W_"), network.d, len(network.x)
    shapes = {"W": [(d, d + 1), (d + 1, d), (d,)], "U": [(d, m + 1), (d,)], "b": [(1,), (d, 1), ()]}
    for letter, wrong in shapes.items():
        key = f"{letter}_{gate}"
        fits = network.P[key].shape
        for shape in wrong:
            P = network.P | {key: np.ones(shape)}
            yield replace(network, P=P), f"P[{key!r}] is {shape}, but should be {fits}"
        P = network.P | {key: np.full(fits, np.nan)}
        yield replace(network, P=P), f"P[{key!r}] has nans"
    yield replace(network, x=np.ones((m, 1))), "x has 2 dimensions"
    yield replace(network, x=np.full(m, np.inf)), "x has infs"
    yield replace(network, h=np.ones(d + 1)), f"h has {d + 1} entries, the gates have {d}"
    yield replace(network, h=np.ones((d, 1))), "h has 2 dimensions"
    yield replace(network, h=np.full(d, np.nan)), "h has nans"


def draw_start(family: str, seed: int, d: int) -> Start:
    """The start of `d` units that belongs to `seed`."""
    factor = np.exp(np.random.default_rng(seed).uniform(0.3, 2.0))
    return Start(family, seed, d, {"as_long": 1.0, "longer": factor, "shorter": 1 / factor}[family])


def small_start(family: str, d: int) -> Iterator[Start]:
    """A start with a round gain."""
    yield Start(family, 1, d, {"as_long": 1.0, "longer": 2.0, "shorter": 0.5}[family])


STARTS = Kind(draw_start, small_start)
GAINS = ("as_long", "longer", "shorter")

SHAPES = ((2, 3), (4,), (2, 2, 2), (3, 2), (1,))
"""Shapes of gradients; the first of so many as are drawn."""
ROOM = {
    "above": (0.2, 0.9),
    "far_above": (1e-3, 0.1),
    "below": (1.1, 3.0),
    "tiny": (0.2, 0.9),
    "huge": (0.2, 0.9),
}
"""The largest norm that is allowed, in units of the norm that there is; by family."""
SIZES = {"tiny": 1e-4, "huge": 1e200}
"""How large entries are; by family, about 1 in all others."""


def draw_gradients(family: str, seed: int, n: int) -> Gradients:
    """The `n` gradients of a family that belong to `seed`."""
    rng = np.random.default_rng(seed)
    size = np.exp(rng.uniform(-2.0, 2.0)) * SIZES.get(family, 1.0)
    grads = [rng.standard_normal(shape) for shape in SHAPES[:n]]
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    max_norm = size * norm * rng.uniform(*ROOM[family])
    return Gradients(family, seed, [size * g for g in grads], float(max_norm))


def small_gradients(family: str, n: int) -> Iterator[Gradients]:
    """Gradients of two round numbers, or of four."""
    size = SIZES.get(family, 1.0)
    grads = [size * np.array([3.0, 4.0]), size * np.array([[12.0, 0.0], [0.0, 84.0]])][:n]
    norm = (0.0, 5.0, 85.0)[len(grads)] * size
    yield Gradients(family, n, grads, 2 * norm if family == "below" else norm / 5)


GRADIENTS = Kind(draw_gradients, small_gradients)
