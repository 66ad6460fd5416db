"""What a student's function returned, held against what it should have returned.

Always asked in the same order: returned at all, type, shape, finite, values. What is found is one
WrongAnswer, in one grammar:  entry [0, 1] is 0.113: off by 0.11 (allowed 2.3e-06).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.errors import WrongAnswer
from graders.sandbox.wire import Foreign
from graders.shown import MAX_SHOWN, first_stranger, kind_of, show

RTOL = 1e-6
"""Right float64 answers stay below 1e-9 of the scale, float32 below 2e-7, wrong ones above 1e-4."""
WHOLE = "the result"
"""What an answer is called that is no part of another."""


@dataclass(frozen=True)
class Answer:
    """One value that a student's function returned, and what it is called in messages."""

    value: Any
    name: str = WHOLE

    def array(self, *shape: int | str) -> np.ndarray:
        """The answer as a real array of `shape`, where a letter is any length. Raises WrongAnswer.

        The same letter is the same length.
        """
        array = self._real()
        lengths = dict(zip(shape, array.shape, strict=False))
        wanted = tuple(lengths.get(n, n) if isinstance(n, str) else n for n in shape)
        if array.shape != wanted or (array.size == 0 and wanted != shape):
            raise WrongAnswer(
                f"{self.name} has shape {_shape(array.shape)}, but should have {_shape(shape)}",
                evidence={"got": self.value},
            )
        return array

    def number(self) -> float:
        """The answer as one real number; an array with one entry will do. Raises WrongAnswer."""
        array = self._real()
        if array.size != 1:
            raise WrongAnswer(
                f"{self.name} has shape {_shape(array.shape)}, but should be one number",
                evidence={"got": self.value},
            )
        return array.item()

    def equals(self, want: Any, scale: float = 1.0, rtol: float = RTOL) -> None:
        """Nothing, if the answer is `want` within `rtol * scale`; else raises WrongAnswer."""
        got, want, error = self._beside(want)
        # Not `error > …`: nan must fail, and every comparison with nan is false.
        if not np.all(error <= rtol * scale):
            self._differs(got, want, error, rtol * scale)

    def error(self, want: Any, scale: float = 1.0) -> float:
        """The largest difference to `want` in units of `scale`; raises WrongAnswer as `equals`."""
        largest = float(self._beside(want)[2].max(initial=0.0))
        if not largest:
            return 0.0
        return largest / float(scale) if scale else math.inf

    def item(self, index: int, of: int, name: str) -> "Answer":
        """Entry `index` of an answer that should be a sequence of `of` values."""
        value = self.value
        if value is None or isinstance(value, Foreign):
            self._real()
        many = isinstance(value, np.ndarray) and value.ndim > 0
        if not many and (not isinstance(value, Sequence) or isinstance(value, str)):
            raise WrongAnswer(
                f"{self.name} is one value, but should be a tuple of {of}",
                evidence={"got": self.value},
            )
        if len(value) != of:
            raise WrongAnswer(
                f"{self.name} has {len(value)} entries, but should have {of}",
                evidence={"got": self.value},
            )
        return Answer(value[index], name)

    def block(self, row: int, column: int, d: int, name: str) -> "Answer":
        """One of the four blocks (d, d) of an answer that should be (2d, 2d)."""
        whole = self.array(2 * d, 2 * d)
        return Answer(whole[row * d :, column * d :][:d, :d], name)

    def word(self) -> str:
        """The answer as text. Raises WrongAnswer."""
        value = self.value
        if isinstance(value, list | tuple) and len(value) == 1:
            value = value[0]
        if not isinstance(value, str):
            raise WrongAnswer(f"{self.name} is {kind_of(value)}, but should be a str")
        return value

    def is_one_of(self, *words: str) -> None:
        """Nothing, if the answer is one of `words`; else raises WrongAnswer."""
        if (got := self.word()) not in words:
            raise WrongAnswer(f"{self.name} is {got[:40]!r}, but should be one of {words}")

    def says(self, want: str) -> None:
        """Nothing, if the answer is the word `want`; else raises WrongAnswer."""
        if (got := self.word()) != want:
            raise WrongAnswer(
                f"{self.name} is {got[:40]!r}, which is not the right word for these inputs",
                f"it should be {want!r}",
                {"got": got[:MAX_SHOWN], "want": want},
            )

    def counts(self, want: int | None) -> None:
        """Nothing, if the answer is the whole number `want`, or None if that is wanted."""
        got = None if self.value is None else self.number()
        if got != want:
            raise WrongAnswer(
                f"{self.name} is {show(self.value)}, which is not right for these inputs"
                + (": is a `return` missing?" if got is None else ""),
                f"it should be {want}",
                {"got": self.value, "want": want},
            )

    def satisfies(self, rule: Callable[..., None], *given: Any) -> None:
        """Nothing, if `rule(self, *given)` finds nothing wrong; else it raises WrongAnswer.

        Where many answers are right, a rule says what all of them have in common.
        """
        rule(self, *given)

    def is_orthogonal(self, d: int, length: float) -> None:
        """Nothing, if the answer is (d, d), its columns perpendicular and of this length.

        Raises WrongAnswer. A backward-stable factorisation is orthogonal to some d·2⁻⁵³.
        """
        Q = self.array(d, d)
        products = Q.T @ Q
        wrong = ~(np.abs(products - length**2 * np.eye(d)) <= 1e-9 * length**2)  # nan is wrong
        if wrong.any():
            i, j = np.argwhere(wrong)[0]
            found = f"their product is {products[i, j]:.6g}"
            raise WrongAnswer(
                f"columns {i} and {j} are not perpendicular: {found}"
                if i != j
                else f"column {i} has the length {math.sqrt(products[i, i]):.6g}, not {length:g}",
                evidence={"got": self.value},
            )

    def repeats(self, first: "Answer") -> None:
        """Nothing, if the answer is what was answered first; else raises WrongAnswer."""
        want = first._real()
        try:
            self.equals(want, scale=np.abs(want).max(initial=0.0))
        except WrongAnswer as fault:
            raise WrongAnswer(
                f"{self.name} is another one when the same is asked again with the same seed: "
                "take every random number from the generator that is given",
                evidence={"got": self.value},
            ) from fault

    def varies(self, other: "Answer") -> None:
        """Nothing, if the answer has no entry in common with the other; else raises WrongAnswer."""
        got, others = self._real(), other._real()
        if got.shape == others.shape and (same := np.isclose(got, others, 1e-9, 1e-9)).any():
            index = tuple(int(n) for n in np.argwhere(same)[0])
            raise WrongAnswer(
                f"{_entry(index, self.name)} is {got[index]:.6g} for two different seeds: "
                "every entry should be random",
                evidence={"got": self.value},
            )

    def _beside(self, want: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """What was got, what is wanted, and how far apart they are, entry by entry."""
        want = np.asarray(want, dtype=float)
        got = self.array(*want.shape) if want.ndim else np.asarray(self.number())
        self._is_finite_where(got, want)
        finite = np.isfinite(want)
        return got, want, np.where(finite, np.abs(got - np.where(finite, want, 0.0)), 0.0)

    def _real(self) -> np.ndarray:
        value = self.value
        if value is None:
            raise WrongAnswer(f"{self.name} is None: is a `return` missing?")
        if isinstance(value, Foreign | str | dict):
            raise WrongAnswer(f"{self.name} is {kind_of(value)}, but should be numbers")
        self._is_without_words(value)
        try:
            array = np.asarray(value)
        except (ValueError, OverflowError):
            raise WrongAnswer(
                f"{self.name} is no array: its lists are nested unevenly",
                evidence={"got": value},
            ) from None
        if array.dtype.kind not in "biuf":
            kind = "complex numbers" if array.dtype.kind == "c" else f"dtype {array.dtype}"
            raise WrongAnswer(
                f"{self.name} has {kind}, but should have real numbers",
                evidence={"got": value},
            )
        return array.astype(float)

    def _is_without_words(self, value: Any) -> None:
        """Nothing, if NumPy may make an array of a value.

        Each text in an array takes as much room as the longest one: few make gigabytes.
        """
        if (stranger := first_stranger(value)) is not None:
            raise WrongAnswer(
                f"{self.name} has {kind_of(stranger)} in it, but should have real numbers",
                evidence={"got": value},
            )

    def _is_finite_where(self, got: np.ndarray, want: np.ndarray) -> None:
        same = (got == want) | (np.isfinite(got) & np.isfinite(want))
        if same.all():
            return
        index = tuple(int(n) for n in np.argwhere(~same)[0])
        raise WrongAnswer(
            f"{_entry(index, self.name)} is {got[index]:.6g}, which cannot be right",
            f"it should be {want[index]:.6g}",
            {"got": got, "want": want},
        )

    def _differs(
        self, got: np.ndarray, want: np.ndarray, error: np.ndarray, allowed: float
    ) -> None:
        index = tuple(int(n) for n in np.unravel_index(np.argmax(error), error.shape))
        wrong = int(np.sum(~(error <= allowed)))
        others = f"; {wrong} of {error.size} entries differ" if error.size > 1 else ""
        raise WrongAnswer(
            f"{_entry(index, self.name)} is {got[index]:.6g}: "
            f"off by {error[index]:.2g} (allowed {allowed:.1g}){others}",
            f"it should be {want[index]:.6g}",
            {"got": got, "want": want, "error": float(error[index])},
        )


def _shape(shape: tuple[int | str, ...]) -> str:
    return str(shape).replace("'", "") if shape else "() (a single number)"


def _entry(index: tuple[int, ...], name: str) -> str:
    if not index:
        return name
    entry = f"entry [{', '.join(map(str, index))}]"
    return entry if name == WHOLE else f"{entry} of {name}"
