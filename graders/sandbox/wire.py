"""The closed grammar in which values cross the trust boundary, and the frames that carry it.

    frame := json length (u32) · blob length (u32) · json · blob
    value := null | true | false | integer | float | "text" | [value, …]
           | {"tuple": [value, …]} | {"dict": {"text": value, …}}
           | {"array": [dtype, shape, offset into the blob]} | {"scalar": [dtype, offset]}
           | {"foreign": "type name"}

No pickle, no eval, no subclass survives the crossing. `foreign` stands for everything else: the
receiver learns that something was returned and what it called itself, and nothing more.
"""

import contextlib
import itertools
import json
import math
import re
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.errors import Unreadable

HEADER = struct.Struct("<II")
DTYPES = frozenset(
    np.dtype(name).str
    for name in (
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "longdouble", "complex64", "complex128", "clongdouble"),
    )
)
MAX_DEPTH = 32
MAX_NAME_CHARACTERS = 80
MAX_TEXT_BYTES = 8 << 20
MAX_NODES = 100_000
TEXTS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
"""The texts in JSON, whose commas part nothing."""
TOO_MUCH = "got a value nested too deeply, or of too many parts"
MAX_SIDE = 1 << 24
"""The longest dimension of an array: one without entries costs nothing to claim."""


@dataclass(frozen=True)
class Foreign:
    """A value that has no place in the grammar, known by the name of its type only."""

    type_name: str


def pack(value: Any) -> bytes:
    """One frame that holds `value`; whatever the grammar lacks becomes `Foreign`."""
    blob = bytearray()
    text = json.dumps(_encode(value, blob, MAX_DEPTH)).encode()
    return HEADER.pack(len(text), len(blob)) + text + bytes(blob)


def pack_within(value: Any) -> np.ndarray:
    """A frame that holds `value`, as a value for another frame: there it is no text."""
    return np.frombuffer(pack(value), np.uint8)


def unpack(text: bytes, blob: bytes) -> Any:
    """The value in a frame's two parts. Raises Unreadable on anything outside the grammar."""
    if text.count(b",") > MAX_NODES and TEXTS.sub(b"", text).count(b",") > MAX_NODES:
        raise Unreadable(TOO_MUCH)  # before a few bytes each become hundreds
    try:
        return _Reader(blob).value(json.loads(text), MAX_DEPTH)
    except (ValueError, TypeError, RecursionError, MemoryError, OverflowError) as error:
        raise Unreadable(f"got a malformed frame: {error}") from error


def is_read(frame: bytes, max_bytes: int) -> bool:
    """Whether a frame is small enough for who reads at most `max_bytes`."""
    text_bytes = HEADER.unpack_from(frame)[0]
    return text_bytes <= MAX_TEXT_BYTES and len(frame) - HEADER.size <= max_bytes


def unpack_frame(frame: bytes) -> Any:
    """The value in a whole frame. Raises Unreadable."""
    if len(frame) < HEADER.size:
        raise Unreadable(f"got {len(frame)} bytes, which are no frame")
    text_bytes = HEADER.unpack_from(frame)[0]
    check_text(text_bytes)
    blob_starts = HEADER.size + text_bytes
    return unpack(frame[HEADER.size : blob_starts], frame[blob_starts:])


def crossed(value: Any) -> Any:
    """What arrives of `value` on the other side."""
    return unpack_frame(pack(value))


def check_text(text_bytes: int) -> None:
    """Nothing, if a frame may have so much text; else raises Unreadable."""
    if text_bytes > MAX_TEXT_BYTES:
        raise Unreadable(f"got {text_bytes} bytes of text, but at most {MAX_TEXT_BYTES} are read")


def _encode(value: Any, blob: bytearray, depth: int) -> Any:
    if depth == 0:
        return {"foreign": "a structure nested too deeply"}
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, np.ndarray | np.generic):
        return _encode_array(value, blob)
    if isinstance(value, list | tuple):
        items = [_encode(item, blob, depth - 1) for item in value]
        return items if isinstance(value, list) else {"tuple": items}
    if isinstance(value, dict) and all(type(key) is str for key in value):
        return {"dict": {key: _encode(item, blob, depth - 1) for key, item in value.items()}}
    if isinstance(value, int | float | str):
        return _encode(_plain(value), blob, depth - 1)
    if isinstance(value, Foreign):
        return {"foreign": value.type_name}
    return _encode_other(value, blob)


def _encode_other(value: Any, blob: bytearray) -> Any:
    """Whatever NumPy makes an array of, such as a deque or a memoryview; else its type's name."""
    if hasattr(value, "__array__") or (hasattr(value, "__len__") and hasattr(value, "__getitem__")):
        with contextlib.suppress(Exception):  # a student's own class may raise anything
            array = np.asarray(value)
            if array.dtype.newbyteorder("=").str in DTYPES:
                return _encode_array(array, blob)
    return {"foreign": _type_name(value)}


def _encode_array(value: np.ndarray | np.generic, blob: bytearray) -> Any:
    if isinstance(value, np.ma.MaskedArray):
        # A masked entry is a missing one: nan says so in a language that every reader knows.
        value = np.ma.filled(value.astype(float), np.nan) if value.mask.any() else value.data
    array = np.asarray(value)
    if array.dtype.kind == "U" and array.size == 1:
        return str(array.item())
    if array.dtype.newbyteorder("=").str not in DTYPES:
        return {"foreign": f"{_type_name(value)} of dtype {array.dtype}"[:MAX_NAME_CHARACTERS]}
    array = np.array(array, dtype=array.dtype.newbyteorder("="), order="C", subok=False)
    offset = len(blob)
    blob += array.tobytes()
    if isinstance(value, np.generic):
        return {"scalar": [array.dtype.str, offset]}
    return {"array": [array.dtype.str, list(array.shape), offset]}


def _plain(value: Any) -> Any:
    """A str, float or int out of an instance of a subclass, whatever that says of itself."""
    if isinstance(value, str):
        return str.__str__(value)
    return float.__float__(value) if isinstance(value, float) else int.__int__(value)


def _type_name(value: Any) -> str:
    return str(type(value).__qualname__)[:MAX_NAME_CHARACTERS]


def _printable(text: str) -> str:
    return text.encode(errors="replace").decode()


class _Reader:
    """Reads the values of one frame, which may not claim more than it brought along."""

    def __init__(self, blob: bytes) -> None:
        self._blob, self._left_bytes, self._left_nodes = blob, len(blob), MAX_NODES

    def value(self, node: Any, depth: int) -> Any:
        """The value of a node of the frame's json. Raises Unreadable."""
        self._left_nodes -= 1
        if depth < 0 or self._left_nodes < 0:  # at 0 a frame says that it goes deeper
            raise Unreadable(TOO_MUCH)
        if isinstance(node, str):
            return _printable(node)
        if isinstance(node, list):
            return [self.value(item, depth - 1) for item in node]
        if isinstance(node, dict):
            return self._tagged(node, depth - 1)
        return node

    def _tagged(self, node: dict[str, Any], depth: int) -> Any:
        match node if len(node) == 1 else None:
            case {"tuple": [*items]}:
                return tuple(self.value(item, depth) for item in items)
            case {"dict": dict(items)}:
                return {_printable(key): self.value(item, depth) for key, item in items.items()}
            case {"array": [dtype, [*shape], offset]}:
                return self._array(dtype, shape, offset)
            case {"scalar": [dtype, offset]}:
                return self._array(dtype, [], offset)[()]
            case {"foreign": str(type_name)}:
                return Foreign(_printable(type_name[:MAX_NAME_CHARACTERS]))
        tags = ", ".join(map(_printable, itertools.islice(node, 3)))[:MAX_NAME_CHARACTERS]
        raise Unreadable(f"got a tag that the grammar lacks: {tags or 'none'}")

    def _array(self, dtype: str, shape: list[int], offset: int) -> np.ndarray:
        if dtype not in DTYPES or not all(type(n) is int and n >= 0 for n in [*shape, offset]):
            raise Unreadable("got an array with an impossible dtype, shape or offset")
        # Before they are multiplied: the product of a million sides takes minutes.
        if len(shape) > MAX_DEPTH or max(shape, default=0) > MAX_SIDE:
            raise Unreadable("got an array with too many or too long dimensions")
        size = math.prod(shape) * np.dtype(dtype).itemsize
        # Several arrays may not claim the same bytes: copies would outgrow the frame.
        self._left_bytes -= size
        if offset + size > len(self._blob) or self._left_bytes < 0:
            raise Unreadable("got an array that reaches beyond its frame")
        if size == 0:
            return np.empty(shape, dtype)
        return np.ndarray(tuple(shape), dtype, buffer=self._blob, offset=offset).copy()
