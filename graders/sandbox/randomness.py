"""Random numbers for a student's function: a generator is sent as its seed, and made over there.

The grammar of `wire` has no generators. A request says which of its arguments are seeds; the child
makes the generators, and what comes back of one is a name of a type, like any foreign value.
"""

from dataclasses import dataclass
from typing import Any

from numpy.random import default_rng, get_state


@dataclass(frozen=True)
class Seed:
    """An argument that the function gets as `np.random.default_rng(number)`, new for each call."""

    number: int

    def __repr__(self) -> str:
        return f"np.random.default_rng({self.number})"


def plain(args: tuple) -> tuple[tuple, list[int]]:
    """The arguments with a number for each Seed, and the places of these numbers."""
    places = [k for k, arg in enumerate(args) if isinstance(arg, Seed)]
    return tuple(arg.number if isinstance(arg, Seed) else arg for arg in args), places


def with_generators(args: tuple, places: list[int]) -> tuple:
    """The arguments with a new generator for each seed among them."""
    return tuple(default_rng(arg) if k in places else arg for k, arg in enumerate(args))


def shared() -> tuple[Any, ...]:
    """The state of the generator behind `np.random.normal` and its like, which all share."""
    name, key, *rest = get_state()
    return name, key.tobytes(), *rest
