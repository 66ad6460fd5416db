"""An item as code that a student can paste into the notebook."""

import re
from typing import Any

import numpy as np

from graders.paper import Item
from graders.sandbox.randomness import Seed

LARGE = 16
"""Entries from which on an array of one number is written shorter."""
LINE = 72
"""Characters that a literal may take before it is spread over lines."""


def code_of(item: Item, question: str, parameters: tuple[str, ...]) -> str:
    """The arrays of an item, each with its name, and the call; numbers are exact."""
    names = (*parameters, *(f"argument_{k}" for k in range(len(parameters), len(item.args))))
    given = dict(zip(names, item.args, strict=False))
    large = (n for n, value in given.items() if isinstance(value, list | dict | np.ndarray))
    assigned = {name: given[name] for name in large}
    lines = [f"{pasted(name)} = {_value(name, given)}" for name in assigned]
    if item.manner == "ask_with_views":
        lines += filter(None, map(_read_only, assigned, assigned.values()))
    written = (pasted(name) if name in assigned else literal(given[name]) for name in given)
    return "\n".join([*lines, f"{question}({', '.join(written)})"])


def pasted(name: str) -> str:
    """What an argument is called where it is pasted.

    A function that by mistake uses a global `z` should not find one because of us.
    """
    return f"my_{name}"


def size_of(item: Item) -> tuple[int, int]:
    """How much there is to read: the numbers of an item, and the digits of them."""
    return _size(item.args), sum(len(literal(arg)) for arg in item.args)


def _size(value: Any) -> int:
    if isinstance(value, dict):
        value = [*value.values()]
    return sum(map(_size, value)) if isinstance(value, list | tuple) else np.size(value)


def _read_only(name: str, value: Any) -> str:
    """The line that makes an array, or each array of a list or dict, read-only."""
    if _is_array(value):
        return f"{pasted(name)}.flags.writeable = False"
    values, those = (value.values(), ".values()") if isinstance(value, dict) else (value, "")
    arrays = values and all(map(_is_array, values))
    return f"for array in {pasted(name)}{those}: array.flags.writeable = False" if arrays else ""


def _value(name: str, given: dict[str, Any]) -> str:
    """The literal of an argument; states that follow from zs are said to."""
    value, zs = given[name], given.get("zs")
    if name == "hs" and _follows(value, zs):
        return f"np.vstack([{_numbers(value[0].tolist(), 0)}, np.tanh({pasted('zs')})])"
    return literal(value, len(pasted(name)) + len(" = "))


def _follows(hs: Any, zs: Any) -> bool:
    """Whether all states but the first are tanh(zs), to the last bit."""
    if not all(_is_array(a) and a.ndim == 2 and a.dtype == float for a in (hs, zs)):
        return False
    later = np.tanh(zs)
    return len(zs) > 0 and hs[1:].shape == zs.shape and hs[1:].tobytes() == later.tobytes()


def literal(value: Any, column: int = 0) -> str:
    """A value as Python reads it back, exactly; lines go on below `column`."""
    if isinstance(value, list):
        return _bracketed([literal(item, column + 1) for item in value], column)
    if isinstance(value, tuple):
        return f"tuple({literal(list(value), column + len('tuple('))})"
    if isinstance(value, dict):
        return _braced([f"{key!r}: {literal(item)}" for key, item in value.items()], column)
    if isinstance(value, str | Seed):
        return repr(value)
    if not _is_array(value):
        return _numbers(float(value) if isinstance(value, float) else value, column)
    numbers, dtype = value.tolist(), ""
    if np.array(numbers).dtype != value.dtype:
        dtype = f', dtype="{value.dtype}"'
    if value.size == 0:
        return f"np.empty({value.shape}{dtype})"
    if value.size >= LARGE and len(set(map(repr, value.flat))) == 1:
        return f"np.full({value.shape}, {_numbers(value.flat[0].item(), 0)}{dtype})"
    return f"np.array({_numbers(numbers, column + len('np.array('))}{dtype})"


def _numbers(value: Any, column: int) -> str:
    """Numbers, or nested lists of them, as Python reads them back."""
    if isinstance(value, list):
        return _bracketed([_numbers(item, column + 1) for item in value], column)
    return re.sub("nan|inf", r"np.\g<0>", repr(value))


def _bracketed(items: list[str], column: int) -> str:
    """A list on one line if it is short; else one item to a line, below each other."""
    short = f"[{', '.join(items)}]"
    if len(short) <= LINE and "\n" not in short:
        return short
    return "[" + (",\n" + " " * (column + 1)).join(items) + "]"


def _braced(items: list[str], column: int) -> str:
    """A dict with as many items on a line as have room there; further lines below each other."""
    lines = [""]
    for item in items:
        room = LINE + LINE // 4 - len(lines[-1])
        if lines[-1] and (len(item) > room or "\n" in item):
            lines.append("")
        lines[-1] += f"{item}, "
    return "{" + ("\n" + " " * (column + 1)).join(line.rstrip() for line in lines)[:-1] + "}"


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray)
