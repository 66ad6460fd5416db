"""What a student's cell put out, in nbformat's words and nothing beside them.

The child's word is not taken for any of it: each output is built anew from the parts that nbformat
knows, and paths of the grading machine are cut out of its text.
"""

import html
import json
import re
import sys
from typing import Any

import numpy as np

from graders.errors import Unreadable
from graders.sandbox.confinement import PROJECT

MAX_COUNT = 1_000_000
MAX_OUTPUTS = 1_000
ESCAPE, TAG_BYTES = "\\u001b", 40
"""How JSON writes the character that begins a colour, and what a colour comes to in HTML."""
MIME = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
PLACES = sorted({str(PROJECT), sys.prefix, sys.base_prefix}, key=len)[::-1]
LIBRARY = r"(?:/lib/python[\d.]+(?:/(?:site|dist)-packages)?)?"
MACHINE = re.compile(f"(?:{'|'.join(map(re.escape, PLACES))}){LIBRARY}(?=/)")
"""Folders that say where grading happens: the project's and Python's."""


def read(answer: Any) -> tuple[list[dict[str, Any]], int]:
    """The outputs and the execution count in a child's answer. Raises Unreadable."""
    match answer:
        case {"count": count, "outputs": [*outputs], "raised": bool()} if _counts(count):
            return [_output(item) for item in outputs[:MAX_OUTPUTS]], count
    raise Unreadable("sent outputs that are no outputs")


def error(ename: str, evalue: str, lines: list[str] | None = None) -> dict[str, Any]:
    """An output that tells of an error."""
    return {
        "output_type": "error",
        "ename": ename,
        "evalue": evalue,
        "traceback": lines or [f"{ename}: {evalue}"],
    }


def page_bytes(shown: list[dict[str, Any]]) -> int:
    """What outputs come to on a page, where some characters grow into a tag or an entity."""
    text = json.dumps(shown, ensure_ascii=False)
    return len(html.escape(text).encode()) + TAG_BYTES * text.count(ESCAPE)


def no_room() -> dict[str, Any]:
    """An output that stands for those for which the page has no room."""
    text = "[… what this cell put out is left out: there is no more room on this page]\n"
    return {"output_type": "stream", "name": "stderr", "text": text}


def _output(item: Any) -> dict[str, Any]:
    match _worded(item):
        case {"output_type": "stream", "name": "stdout" | "stderr" as name, "text": str(text)}:
            return {"output_type": "stream", "name": name, "text": _placeless(text)}
        case {
            "output_type": "error",
            "ename": str(ename),
            "evalue": str(evalue),
            "traceback": [*lines],
        } if all(isinstance(line, str) for line in lines):
            return error(ename, _placeless(evalue), [_placeless(line) for line in lines])
        case {"output_type": "display_data", "data": dict(data)}:
            return {"output_type": "display_data"} | _shown(data)
        case {"output_type": "execute_result", "data": dict(data), "execution_count": count} if (
            _counts(count)
        ):
            return {"output_type": "execute_result", "execution_count": count} | _shown(data)
    raise Unreadable("sent an output that nbformat does not know")


def _worded(item: Any) -> Any:
    """An output without arrays: held against a word, one is neither that word nor another."""
    if not isinstance(item, dict):
        return item
    return {key: value for key, value in item.items() if not isinstance(value, np.ndarray)}


def _shown(data: dict[str, Any]) -> dict[str, Any]:
    """The texts of a display, in each of its formats; an image says to the blind that it is one."""
    texts = {
        mime: text for mime, text in data.items() if isinstance(text, str) and MIME.fullmatch(mime)
    }
    images = {mime for mime in texts if mime.startswith("image/")}
    return {
        "data": {m: text if m in images else _placeless(text) for m, text in texts.items()},
        "metadata": {mime: {"alt": "A figure drawn by this cell."} for mime in sorted(images)},
    }


def _placeless(text: str) -> str:
    return MACHINE.sub("…", text)


def _counts(count: Any) -> bool:
    return type(count) is int and 0 <= count <= MAX_COUNT  # True is an int, but counts nothing
