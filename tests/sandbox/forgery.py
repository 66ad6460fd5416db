"""Frames forged with knowledge of what is inside them: the text's tree, the blob, the header."""

import contextlib
import copy
import json
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from graders.sandbox import wire
from graders.sandbox.wire import HEADER, Foreign

SAID = [
    {"value": np.eye(2), "args": (np.eye(2),)},
    {"value": (np.float64(1.5), np.ones(3, "f4"), 2, None), "args": ([1, [2.5]], {"a": True})},
    {"value": "vanishing", "args": ()},
    {"value": Foreign("set"), "args": (np.arange(4), np.clongdouble(1j))},
    {"raised": ["ValueError", "Exception"], "message": "no", "line": "raise ValueError('no')"},
    {"missing": "`f` is not defined"},
]
"""What a process may say when a function is called."""
STREAM = {"output_type": "stream", "name": "stdout", "text": "\x1b[31mred\x1b[0m"}
ERROR = {"output_type": "error", "ename": "E", "evalue": "<ipython-input>, 1", "traceback": ["E"]}
DATA = {"text/html": "<b>x</b>", "text/markdown": "*x*", "text/latex": "$x$", "image/png": "aaaa"}
SHOWN = [
    {"count": 1, "outputs": [STREAM, ERROR], "raised": True},
    {
        "count": 2,
        "outputs": [
            {"output_type": "display_data", "data": DATA, "metadata": {"image/png": {}}},
            {"output_type": "execute_result", "data": DATA, "execution_count": 2},
        ],
        "raised": False,
    },
]
"""What it may say when a cell was run."""
SEEDS = [wire.pack(shown) + wire.pack(said) for shown in SHOWN for said in SAID]
SEEDS += [wire.pack(SHOWN[0]) + wire.pack(one) + wire.pack(two) for one, two in pairwise(SAID)]

ODD = [
    *(None, True, -1, 0, 0.5, float("nan"), 1e308, 2**31, 2**64, 10**400, "", "\ud800", "\0"),
    *(
        "<script>alert(1)</script>",
        "<![x>",
        "<a <a <a b='",
        "\x1b[31m" * 9,
        "<ipython-input" * 9,
        "/" * 99,
        [],
        {},
    ),
    *({"tuple": []}, {"dict": {}}, {"dict": {"value": 1}}, {"dict": 1}, {"foreign": "x" * 99}),
    *({"array": ["<f8", [2], 0]}, {"array": ["|b1", [1 << 24, 0], 0]}, {"scalar": ["<f16", 0]}),
    *({"array": ["<f8", [9] * 500, 0]}, {"pickle": "gASV"}, *sorted(wire.DTYPES)),
]
"""Nodes that stand where something else is expected."""


@dataclass
class Frame:
    """One frame, taken apart: the tree that its text is, and the blob."""

    tree: Any
    blob: bytes

    def put_together(self):
        """The bytes of the frame."""
        text = json.dumps(self.tree).encode()
        return HEADER.pack(len(text), len(self.blob)) + text + self.blob


def taken_apart(said):
    """The frames in what was said, as far as they are frames."""
    frames = []
    with contextlib.suppress(ValueError, RecursionError):
        while len(said) >= HEADER.size:
            text, blob = HEADER.unpack_from(said)
            ends = HEADER.size + text
            frames.append(Frame(json.loads(said[HEADER.size : ends]), said[ends : ends + blob]))
            said = said[ends + blob :]
    return frames


def forged(said, rng):
    """What was said, with one to three things changed in it."""
    for _ in range(rng.randint(1, 3)):
        frames = taken_apart(said) if rng.random() < 0.8 else []
        if frames:
            rng.choice(FORGERIES)(rng.choice(frames), rng)
            said = b"".join(frame.put_together() for frame in frames)
        else:
            said = rng.choice(SCRATCHES)(said, rng)
    return said


def _slots(tree):
    """The places in a tree where a node stands: whose child it is, and its key there."""
    keys = range(len(tree)) if isinstance(tree, list) else list(tree)
    for key in keys:
        yield tree, key
        if isinstance(tree[key], list | dict):
            yield from _slots(tree[key])


def _change(frame, rng, changed):
    """Change one node of a frame's tree."""
    whole = [frame.tree]
    parent, key = rng.choice(list(_slots(whole)))
    parent[key] = changed(parent[key])
    frame.tree = whole[0]


def _replace(frame, rng):
    _change(frame, rng, lambda _: copy.deepcopy(rng.choice(ODD)))


def _graft(frame, rng):
    parent, key = rng.choice(list(_slots([frame.tree])))
    scion = copy.deepcopy(parent[key])
    _change(frame, rng, lambda _: scion)


def _wrap(frame, rng):
    tag, times = rng.choice(["tuple", "dict", ""]), rng.choice([1, 14, 40])

    def wrapped(node):
        for _ in range(times):
            node = {tag: {"x": node} if tag == "dict" else [node]} if tag else [node]
        return node

    _change(frame, rng, wrapped)


def _repeat(frame, rng):
    times = rng.choice([2, 30, 400])
    _change(
        frame, rng, lambda node: node * times if isinstance(node, list | str) else [node] * times
    )


def _rename(frame, rng):
    places = [(p, key) for p, key in _slots([frame.tree]) if isinstance(p, dict)]
    if places:
        parent, key = rng.choice(places)
        names = ["tuple", "dict", "array", "scalar", "foreign", "data", "value", "text/html", ""]
        parent[rng.choice(names)] = parent.pop(key)


def _count(frame, rng):
    def counted(node):
        by = rng.choice([-1, 1, 7, 1 << 20])
        return node + by if type(node) in (int, float) else node

    _change(frame, rng, counted)


def _blob(frame, rng):
    frame.blob = rng.choice([b"", frame.blob[:-1], frame.blob * 2, b"\xff" * len(frame.blob)])


def _flip(said, rng):
    scratched = bytearray(said or b"\0")
    scratched[rng.randrange(len(scratched))] ^= 1 << rng.randrange(8)
    return bytes(scratched)


def _cut(said, rng):
    return said[: rng.randint(0, len(said))]


def _splice(said, rng):
    other = rng.choice(SEEDS)
    return said[: rng.randint(0, len(said))] + other[rng.randint(0, len(other)) :]


FORGERIES = (_replace, _graft, _wrap, _repeat, _rename, _count, _blob)
SCRATCHES = (_flip, _cut, _splice)
