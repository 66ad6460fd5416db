"""The student's side of the boundary: a zygote, and the child that it forks per submission.

The zygote expects a Unix socket as standard input and serves, until that socket closes,

    a file descriptor, with {"limits": {…}, "folder": path} as JSON
              forks a child that speaks on it, and watches it;         answers its process id
    a process id
              ends that child; answers {"status": of its exit, "found": what the watch found}

A child gives up its rights and answers {"ready": True}, or {"unable": why}. Then it expects, on its
own socket, frames of `wire`:

    {"cells": [frame of source, …]}    runs cells;     answers each {"count", "outputs", "raised"}
    {"call": name, "args": (…), "views": bool, "seeds": [place, …]}
                calls a function of the notebook, `views` with read-only strided arrays, and with a
                generator of random numbers for each seed, which is an integer at such a place;
                answers {"value": …, "args": (…) as the call left them, "drew": bool}
                or {"raised": [class names], "message": text, "line": text} or {"missing": text}
    {"calls": [frame of {"call": …}, …]}        makes such calls;       answers each by itself,
                or {"given up": True} to all that are left: one took all the memory, as others would

and it ends when the socket closes. What it answers is the student's word: the parent checks it.
"""

import contextlib
import gc
import json
import linecache
import os
import select
import socket
import sys
import time
from typing import Any

import numpy as np

from graders.sandbox import calls, outputs, randomness, rights, wire
from graders.sandbox.confinement import packages
from graders.sandbox.figures import FIRST_FIGURE, share_formulas
from graders.sandbox.frames import Frames, Room
from graders.sandbox.functions import GIVEN_UP
from graders.sandbox.limits import MIB, Limits
from graders.sandbox.shell import NotebookShell, Outputs, words_of
from graders.sandbox.views import as_views
from graders.sandbox.watch import SECONDS, Watch, remove

MAX_MESSAGE_CHARACTERS = 500
MAX_ORDER_BYTES, MAX_REQUEST_BYTES = 1 << 14, 1 << 30
SOON, MANY_BYTES = 0.02, 1 << 16
"""How long, in seconds, and how many answers may wait for others, to be sent with them."""
ROOM_BYTES = 4 * MIB
"""More than a request takes, and what is done before a student's code runs."""


def main() -> None:
    """Build the shell once, then fork children until the parent is gone."""
    control = socket.socket(fileno=os.dup(0))
    shell = _warm_shell()
    control.sendall(b"ready")
    watches: dict[int, Watch] = {}
    try:
        while _obey(shell, control, watches):
            pass
    except (BrokenPipeError, ConnectionResetError):
        pass  # the parent was killed while it waited for an answer
    finally:
        _leave_nothing(watches)


def _obey(shell: NotebookShell, control: socket.socket, watches: dict[int, Watch]) -> bool:
    """Look at the children, and fork or bury one if that is asked; whether the parent lives."""
    heard, _, _ = select.select([control], [], [], SECONDS if watches else None)
    if not heard:
        for watch in watches.values():
            watch.look()
        return True
    message, fds, _, _ = socket.recv_fds(control, MAX_ORDER_BYTES, 1)
    if not message:
        return False
    order = json.loads(message)
    if fds:
        limits, folder = Limits(**order["limits"]), order["folder"]
        answer = _fork(shell, control, fds[0], limits, folder)
        watches[answer] = Watch(answer, folder, limits)
    else:
        watch = watches.pop(order)
        answer = {"status": watch.end(), "found": watch.found}
    control.sendall(json.dumps(answer).encode())
    return True


def _leave_nothing(watches: dict[int, Watch]) -> None:
    """The grading process is gone, and cannot clear up after itself if it was killed."""
    for watch in watches.values():
        watch.end()
    remove(os.environ["IPYTHONDIR"])


def _warm_shell() -> NotebookShell:
    """A shell that has loaded what most notebooks import."""
    shell = NotebookShell.instance(max_output_bytes=Limits.output_mib * MIB)
    share_formulas()
    shell.run(FIRST_FIGURE)
    shell.reset(new_session=True)
    shell.user_module.__name__ = "__main__"
    sys.modules["__main__"] = shell.user_module
    return shell


def _fork(
    shell: NotebookShell, control: socket.socket, fd: int, limits: Limits, folder: str
) -> int:
    zygote = os.getpid()
    if limits.confined:
        calls.filter_of_calls(), packages()  # made once, for all children
    pid = os.fork()
    if pid:
        os.close(fd)
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        return pid
    try:
        control.close()
        os.setpgid(0, 0)
        connection = socket.socket(fileno=fd)
        frames = Frames(connection)
        frames.send(_prepare(limits, folder, zygote))
        shell.outputs = Outputs(limits.output_mib * MIB)
        while True:
            _leave_room()
            request = frames.receive(Room(MAX_REQUEST_BYTES))
            _serve(shell, request, connection, limits.reply_mib * MIB)
    except (EOFError, OSError):
        pass  # the parent hung up
    finally:
        os._exit(0)


def _prepare(limits: Limits, folder: str, zygote: int) -> dict[str, Any]:
    try:
        rights.give_up(limits, folder, zygote)
    except Exception as error:  # whatever it is, no student's code may run now
        return {"unable": f"{type(error).__name__}: {error}"}
    return {"ready": True}


def _serve(shell: NotebookShell, request: Any, connection: socket.socket, max_bytes: int) -> None:
    """Answer a request."""
    match request:
        case {"cells": sources}:
            for source in sources:  # answered at once: how long each took is measured over there
                answer = shell.run(wire.unpack_frame(source.tobytes()))
                connection.sendall(_frame(answer, max_bytes))
                _leave_room()
        case {"calls": frames}:
            _make_calls(shell, frames, connection, max_bytes)
        case _:
            connection.sendall(_frame(_call(shell, **request), max_bytes))


def _leave_room() -> None:
    """Let go of garbage if there is no memory left for what comes next.

    A notebook may have asked for all of it, caught the MemoryError and gone on; what it had lies in
    circles then, until Python looks for it.
    """
    try:
        bytearray(ROOM_BYTES)
    except MemoryError:
        gc.collect()


def _make_calls(
    shell: NotebookShell, frames: list[np.ndarray], connection: socket.socket, max_bytes: int
) -> None:
    """Make calls one after the other; what each brings is sent soon after it is there."""
    began, ready = time.monotonic(), b""
    for made, frame in enumerate(frames, start=1):
        # Unpacked one by one, as if each had come by itself; packed one by one, for the next call
        # may change what this one has returned.
        answer = _call(shell, **wire.unpack_frame(frame.tobytes()))
        ready += _frame(answer, max_bytes)
        if made < len(frames) and MemoryError.__name__ in answer.get("raised", ()):
            ready += wire.pack(GIVEN_UP)
            break
        if time.monotonic() - began > SOON or len(ready) > MANY_BYTES:
            connection.sendall(ready)
            began, ready = time.monotonic(), b""
    connection.sendall(ready)


def _frame(answer: dict[str, Any], max_bytes: int) -> bytes:
    """The frame of an answer, or of a word in the place of what cannot be sent."""
    try:
        frame = wire.pack(answer)
    except Exception:  # an integer too long for text, a dict that changes while it is read
        return wire.pack({"value": wire.Foreign("value that cannot be sent"), "args": ()})
    if "outputs" in answer and not wire.is_read(frame, max_bytes):
        # Characters that take many bytes: the cell was run all the same, and is to count.
        return wire.pack(answer | {"outputs": [outputs.no_room()]})
    return frame


def _call(
    shell: NotebookShell, call: str, args: tuple, views: bool, seeds: list[int]
) -> dict[str, Any]:
    function = shell.user_ns.get(call)
    if not callable(function):
        return {
            "missing": f"`{call}` is not defined"
            if function is None
            else f"`{call}` is not a function, but {type(function).__name__}"
        }
    shell.outputs.begin()
    args = randomness.with_generators(as_views(args) if views else args, seeds)
    before = randomness.shared() if seeds else ()
    try:
        with np.errstate(all="ignore"):
            value = function(*args)
        drew = bool(seeds) and randomness.shared() != before  # a look takes longer than most calls
        return {"value": value, "args": args, "drew": drew}
    except BaseException as error:  # SystemExit and KeyboardInterrupt are the student's too
        return _raised(error)


def _raised(error: BaseException) -> dict[str, Any]:
    kinds = [kind.__name__ for kind in type(error).__mro__]
    return {
        "raised": kinds,
        "message": words_of(error)[:MAX_MESSAGE_CHARACTERS],
        "line": _line_in_notebook(error)[:MAX_MESSAGE_CHARACTERS],
    }


def _line_in_notebook(error: BaseException) -> str:
    """The last line of the notebook that the exception passed through."""
    line, trace = "", error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name != __file__ and "site-packages" not in name and not name.startswith(sys.prefix):
            line = linecache.getline(name, trace.tb_lineno).strip() or line
        trace = trace.tb_next
    return line


if __name__ == "__main__":
    main()
