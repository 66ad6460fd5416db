"""Counterexamples that students construct: the words in which a rule accepts or refuses them.

A claim has many counterexamples, so none is compared with ours. A rule reads the parts of an
answer, then measures how far the claim is missed:

    W_hh = entries(answer.item(0, of=2, name="W_hh"), d, d)
    delta = derivatives(answer.item(1, of=2, name="delta"), d)
    at_most(0.5, norm(delta[:, None] * W_hh) / claimed, "‖D W_hh‖", "‖D‖ ‖W_hh‖", d=d)
"""

import math

import numpy as np

from graders.compare import Answer
from graders.errors import WrongAnswer

LARGEST = 1e6
"""Entries up to here, so that no product overflows."""
MOST_UNITS = 50
"""Rows of an example that may have any number of them: it is measured in our process."""
ROUNDING = 1e-6
"""What rounding may take of a margin: an example that just meets it is right."""


def entries(answer: Answer, *shape: int | str) -> np.ndarray:
    """The array that an answer is, of `shape`, finite and not huge. Raises WrongAnswer."""
    array = answer.array(*shape)
    if max(array.shape) > MOST_UNITS:
        raise WrongAnswer(
            f"{answer.name} has shape {array.shape}, but at most {MOST_UNITS} units are looked at"
        )
    wanted = f"should be finite and at most {LARGEST:,.0f} in size"
    return _where(np.abs(array) <= LARGEST, array, answer, wanted)


def derivatives(answer: Answer, *shape: int | str) -> np.ndarray:
    """The array that an answer is, of `shape`, with entries in (0, 1]. Raises WrongAnswer."""
    array = entries(answer, *shape)
    wanted = "should lie in (0, 1], as the derivatives of tanh do"
    return _where((array > 0) & (array <= 1), array, answer, wanted)


def norm(A: np.ndarray) -> float:
    """The spectral norm; nan, which meets no bound, if an entry is not finite."""
    return float(np.linalg.norm(A, 2)) if np.isfinite(A).all() else math.nan


def at_most(bound: float, share: float, what: str, of: str = "", **size: int) -> None:
    """Nothing, if `share`, which is `what`, or `what` divided by `of`, is at most `bound`."""
    if not share <= bound * (1 + ROUNDING):  # nan is no counterexample
        _missed(f"at most {bound:.4g}", share, what, of, size)


def at_least(bound: float, share: float, what: str, of: str = "", **size: int) -> None:
    """Nothing, if `share`, which is `what`, or `what` divided by `of`, is at least `bound`."""
    if not share >= bound * (1 - ROUNDING):
        _missed(f"at least {bound:.4g}", share, what, of, size)


def _missed(wanted: str, share: float, what: str, of: str, size: dict[str, int]) -> None:
    where = ", ".join(f"{name} = {value}" for name, value in size.items())
    is_, be = (f" of {of}", f"{wanted} of it") if of else ("", wanted)
    raise WrongAnswer(f"{what} is {share:.4g}{is_}, but should be {be} ({where})")


def _where(right: np.ndarray, array: np.ndarray, answer: Answer, wanted: str) -> np.ndarray:
    """The array, if it is right everywhere."""
    if not right.all():
        index = tuple(np.argwhere(~right)[0].tolist())
        place = f"[{', '.join(map(str, index))}]"
        raise WrongAnswer(
            f"{answer.name}{place} is {array[index]:.6g}, but {wanted}",
            evidence={"got": answer.value},
        )
    return array
