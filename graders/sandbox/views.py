"""Arguments as views: what a right function must bear, though few students think of it."""

from typing import Any

import numpy as np


def as_views(value: Any) -> Any:
    """The same values; each array read-only, and every second entry of a larger one."""
    if isinstance(value, list | tuple):
        return type(value)(map(as_views, value))
    if isinstance(value, dict):
        return {key: as_views(item) for key, item in value.items()}
    if not isinstance(value, np.ndarray):
        return value
    every_second = (..., *[slice(None, None, 2)] * value.ndim)
    view = np.zeros([2 * n for n in value.shape], value.dtype)[every_second]
    view[...] = value
    view.flags.writeable = False
    return view
