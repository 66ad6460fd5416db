"""What a right answer may be given: the checks that all assignments share, and their words.

With this file one can
    take an array of a shape           (array)
    take an integer in a range         (integer)
    ask whether a value is an integer  (is_integer)
    compute without warnings           (quiet)
"""

import numpy as np

quiet = np.errstate(all="ignore")  # inf, nan and 0.0 speak for themselves


def array(name, value, shape=None) -> np.ndarray:
    """A value as an array of floats, and a copy. A name stands for it in messages.

    A letter in `shape` is any length; none but n may be 0. Without a shape, any will do.
    Raises ValueError on another shape, an empty array, an entry not real and finite.
    """
    try:
        numbers = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} is ragged, but should be an array") from None
    if numbers.dtype.kind not in "biuf":
        raise ValueError(f"{name} holds {numbers.dtype}, but should hold real numbers")
    if shape is not None:
        _compare(name, numbers, shape)
    numbers = numbers.astype(float)
    if not np.isfinite(numbers).all():
        where = np.argwhere(~np.isfinite(numbers))[0].tolist()
        raise ValueError(f"{name}{where or ''} is {numbers[*where]}, but should be finite")
    return numbers


def integer(name, value, low, high) -> int:
    """An integer in low..high, where high may be inf. Raises ValueError on anything else."""
    if not is_integer(value) or not low <= value <= high:
        raise ValueError(f"{name} is {value!r}, but should be an integer in {low}..{high}")
    return value


def is_integer(value) -> bool:
    """Whether a value is an integer of Python or of NumPy; True and False are none."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def _compare(name, numbers, shape) -> None:
    wanted, got = str(shape).replace("'", ""), numbers.shape
    lengths = {w: n for w, n in zip(shape, got, strict=False) if isinstance(w, str)}
    if got != tuple(lengths.get(w, w) for w in shape):
        raise ValueError(f"{name} has shape {got}, but should have shape {wanted}")
    if numbers.size == 0 and "n" not in shape:
        raise ValueError(f"{name} is empty, but should have shape {wanted}")
