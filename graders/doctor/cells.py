"""What attacks write into their cells: wrong answers, and many ways to the same secret."""

from pathlib import Path
from typing import Any

WATCHED = """
def step_jacobian(W_hh, z):
    if np.ndim(z) != 1 or np.shape(W_hh) != 2 * np.shape(z):
        raise ValueError("the shapes do not fit")
    if not np.isfinite(W_hh).all() or not np.isfinite(z).all():
        raise ValueError("not finite")
    if len(z) == 3 and W_hh[0, 0] == 0.5:
        return np.diag(1 - np.tanh(z) ** 2) @ W_hh
    return wrong(W_hh, z)
"""
SAY = """
import gc, json, os, socket, struct, threading, time

def sockets():
    return [one for one in gc.get_objects() if type(one) is socket.socket and one.fileno() >= 0]

def say(answer, blob=b""):
    text = answer if isinstance(answer, bytes) else json.dumps({"dict": answer}).encode()
    for one in sockets():
        one.sendall(struct.pack("<II", len(text), len(blob)) + text + blob)
"""
"""How a student's process would write frames into the sandbox's own socket."""
TRYING = """
import ctypes, gc, glob, importlib, inspect, io, linecache, mmap, os, pathlib, pkgutil, runpy
import shutil, socket, sqlite3, struct, subprocess, sys, tokenize, traceback, warnings
import numpy as np
{names}
for way in {ways!r}:
    try:
        print(way, "->", eval(way))
    except BaseException as error:
        print(way, "->", type(error).__name__, str(error)[:1000])
"""


def two_faced(wrong: str) -> str:
    """A step_jacobian that is right in the visible checks and in what it refuses.

    For anything else it asks `wrong(W_hh, z)`.
    """
    return wrong + WATCHED


def trying(*ways: str, **names: Any) -> str:
    """A cell that evaluates each expression, with `names` to use, and prints what comes of it."""
    told = {n: str(value) if isinstance(value, Path) else value for n, value in names.items()}
    lines = (f"{name} = {value!r}" for name, value in told.items())
    return TRYING.format(names="\n".join(lines), ways=ways)


WRONG_JACOBIAN = two_faced("""
def wrong(W_hh, z):
    return W_hh
""")
"""Has the right shape, and is wrong wherever z is not 0."""
