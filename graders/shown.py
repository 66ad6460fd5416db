"""Values as a person would write them, and no more of them than anybody reads."""

from typing import Any

import numpy as np

from graders.sandbox.wire import Foreign

MAX_SHOWN, MAX_SHOWN_DIMENSIONS = 400, 4


def show(value: Any) -> str:
    """`value` as a person would write it, in at most a few lines."""
    if isinstance(value, Foreign):
        return kind_of(value)
    if isinstance(value, dict):
        return _listed(value)
    kept = _beginning(value, [MAX_SHOWN])
    with np.printoptions(precision=6, suppress=False, threshold=60):
        text = str(kept) if isinstance(value, np.ndarray) else repr(kept)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + " …"


def _beginning(value: Any, room: list[int]) -> Any:
    """As much of a value as can be shown, so that nothing else of it is put into words."""
    room[0] -= max(value.size, 1) if isinstance(value, np.ndarray) else 1
    if isinstance(value, list | tuple):
        return type(value)(_beginning(part, room) for part in value if room[0] > 0)
    if isinstance(value, dict):
        return {name: _beginning(part, room) for name, part in value.items() if room[0] > 0}
    if isinstance(value, np.ndarray) and value.ndim > MAX_SHOWN_DIMENSIONS:
        return f"an array of shape {value.shape}"  # NumPy would show six of each dimension
    return value


def first_stranger(value: Any) -> Foreign | None:
    """The type of what is no number and no array in a value made of lists; None if all of it is."""
    if isinstance(value, list | tuple):
        return next(filter(None, map(first_stranger, value)), None)
    if isinstance(value, Foreign):
        return value
    return Foreign(type(value).__name__) if value is None or isinstance(value, str | dict) else None


def _listed(value: dict[str, Any]) -> str:
    """The items of a dict, each below the last, and no more of them than anybody reads."""
    text = ""
    for key, item in value.items():
        text += f"{key}: {show(item)}\n"
        if len(text) > 3 * MAX_SHOWN:
            return text[: 3 * MAX_SHOWN] + " …"
    return text.rstrip("\n")


def kind_of(value: Any) -> str:
    """What a value is, with its article."""
    name = value.type_name if isinstance(value, Foreign) else type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
