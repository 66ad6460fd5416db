"""An item as code that a student can paste into the notebook."""

from typing import Any

import numpy as np

from graders.paper import Item

LARGE = 16
"""Entries from which on an array of one number is written shorter."""
LINE = 72
"""Characters that a literal may take before it is spread over lines."""


def code_of(item: Item, question: str, parameters: tuple[str, ...]) -> str:
    """The arrays of an item, each with its name, and the call; numbers are exact."""
    names = (*parameters, *(f"argument_{k}" for k in range(len(parameters), len(item.args))))
    given = dict(zip(names, item.args, strict=False))
    assigned = [name for name, value in given.items() if isinstance(value, list | np.ndarray)]
    lines = [f"{name} = {_value(name, given)}" for name in assigned]
    if item.manner == "ask_with_views":
        lines += [f"{name}.flags.writeable = False" for name in assigned if _is_array(given[name])]
    written = (name if name in assigned else _literal(given[name], 0) for name in given)
    return "\n".join([*lines, f"{question}({', '.join(written)})"])


def size_of(item: Item) -> tuple[int, int]:
    """How much there is to read: the numbers of an item, and the digits of them."""
    return _size(item.args), sum(len(_literal(arg, 0)) for arg in item.args)


def _size(value: Any) -> int:
    return sum(map(_size, value)) if isinstance(value, list | tuple) else np.size(value)


def _value(name: str, given: dict[str, Any]) -> str:
    """The literal of an argument; states that follow from zs are said to."""
    value, zs = given[name], given.get("zs")
    run = name == "hs" and _is_array(value) and _is_array(zs) and len(value) > 1
    if run and np.array_equal(value[1:], np.tanh(zs)):
        return f"np.vstack([{_numbers(value[0].tolist(), 0)}, np.tanh(zs)])"
    return _literal(value, len(name) + len(" = "))


def _literal(value: Any, column: int) -> str:
    if isinstance(value, list):
        return _bracketed([_literal(item, column + 1) for item in value], column)
    if not _is_array(value):
        return repr(value.item() if isinstance(value, np.floating) else value)
    if value.size == 0:
        return f"np.empty({value.shape})"
    if value.size >= LARGE and (value == value.flat[0]).all():
        return f"np.full({value.shape}, {_numbers(value.flat[0].item(), 0)})"
    return f"np.array({_numbers(value.tolist(), column + len('np.array('))})"


def _numbers(value: Any, column: int) -> str:
    """Numbers, or nested lists of them, as Python reads them back."""
    if isinstance(value, list):
        return _bracketed([_numbers(item, column + 1) for item in value], column)
    return repr(value).replace("nan", "np.nan").replace("inf", "np.inf")


def _bracketed(items: list[str], column: int) -> str:
    """A list on one line if it is short; else one item to a line, below each other."""
    short = f"[{', '.join(items)}]"
    if len(short) <= LINE and "\n" not in short:
        return short
    return "[" + (",\n" + " " * (column + 1)).join(items) + "]"


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray)
