"""The cells in a file that is no notebook any more: cut off, or with something else in between."""

import json
from typing import Any

DECODER = json.JSONDecoder(strict=False)
MISS_COSTS = 200
"""Characters that a vain look is as expensive as, besides those that were read."""
MAX_BEFORE = 1 << 16
"""Characters that are kept before the place that is looked at: errors count the lines in them."""


def fragments(text: str, most: int) -> list[dict[str, Any]]:
    """The cells that can be read in a text that as a whole cannot, no more than about `most`.

    It takes no longer than to read the text a few times, whatever is in it.
    """
    found: list[dict[str, Any]] = []
    at, left = text.find("{"), 4 * len(text) + MISS_COSTS * most
    while at >= 0 and left > 0 and len(found) <= most:
        if at > MAX_BEFORE:
            text, at = text[at:], 0
        value, end, read = _object_at(at, text)
        if isinstance(value.get("cells"), list) and not found:
            return value["cells"]
        if "cell_type" in value:
            found.append(value)
        else:
            left -= read + MISS_COSTS
        at = text.find("{", end)
    return found


def _object_at(at: int, text: str) -> tuple[dict[str, Any], int, int]:
    """What begins at a brace, where it ends, and how many characters were read for it."""
    try:
        value, end = DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return {}, at + 1, error.pos - at
    except (ValueError, RecursionError):
        return {}, at + 1, len(text) - at
    return value, end, end - at
