"""Kinds of random questions: how one is drawn from its family, its seed and its size."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol


class Draw(Protocol):
    """One random question."""

    family: str
    seed: int

    def describe(self) -> dict[str, object]:
        """What a person needs to know of this draw, and to replay it."""


@dataclass(frozen=True)
class Kind:
    """A kind of random question, and of small ones that a person can check by hand.

    Both are drawn of a family and of a size, whatever is counted; random ones by a seed.
    """

    draw: Callable[[str, int, int], Draw]
    small: Callable[[str, int], Iterable[Draw]]
