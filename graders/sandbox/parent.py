"""Our side of the boundary: start a zygote once, and have it fork a child per submission.

Nothing that a child says is trusted here: sizes and times are bounded while it is read, and what
is read is plain data (`wire`). What it means is for `student` and the graders to judge.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, Self

from graders.errors import Died, MachineFault, TimedOut, Unreadable
from graders.sandbox.confinement import PROJECT, check_machine
from graders.sandbox.frames import Frames, Room
from graders.sandbox.limits import MIB, Limits
from graders.sandbox.watch import remove

START_SECONDS = 60.0
"""How long a zygote may take to load IPython, NumPy and matplotlib from a cold disk."""

ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
NOTEBOOK_ENVIRONMENT = {
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    # Sets, and the frames that tracebacks leave out, are the same in every run.
    "PYTHONHASHSEED": "0",
    **ONE_THREAD,
}
MAX_ANSWER_BYTES = 1 << 10
KEPT_VARIABLES = ("HOME", "LANG", "PATH", "TMPDIR", "XDG_CACHE_HOME", "MPLCONFIGDIR")


class Zygote:
    """A Python process with NumPy and a notebook shell loaded, from which children are forked."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        self._profile = tempfile.mkdtemp(prefix="unrolled-")
        kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "graders.sandbox.child"],
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=kept | NOTEBOOK_ENVIRONMENT | {"IPYTHONDIR": self._profile},
            cwd=PROJECT,
            start_new_session=True,  # Ctrl-C is for the grading process, which then ends this one
        )
        theirs.close()
        self._control.settimeout(START_SECONDS)
        if self._hear() != "ready":
            raise MachineFault(f"the sandbox did not start: {self._complaint()}")

    def fork(self, limits: Limits) -> "Child":
        """A new child that has given up its rights and waits for a notebook's cells.

        Raises MachineFault if this kernel cannot take them away.
        """
        if limits.confined:
            check_machine()
        folder = tempfile.mkdtemp(prefix="child-", dir=self._profile)
        ours, theirs = socket.socketpair()
        with theirs:
            pid = self._ask({"limits": asdict(limits), "folder": folder}, [theirs.fileno()])
        return Child(self, pid, ours, folder, limits)

    def bury(self, pid: int) -> dict[str, Any]:
        """End a child: its exit `status`, or minus its signal, and what the watch `found`."""
        return self._ask(pid, [])

    @property
    def alive(self) -> bool:
        """Whether it can fork children: what lies unused for long may have been cleared up."""
        return self._process.poll() is None and os.path.isdir(self._profile)

    def close(self) -> None:
        """End the zygote; children that are left die with it."""
        self._control.close()
        self._process.stderr.close()
        self._process.wait()
        remove(self._profile)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, order: Any, fds: list[int]) -> Any:
        try:
            socket.send_fds(self._control, [json.dumps(order).encode()], fds)
        except OSError as error:
            raise MachineFault(f"the sandbox is gone: {self._complaint()}") from error
        return json.loads(self._hear())

    def _hear(self) -> str:
        try:
            heard = self._control.recv(MAX_ANSWER_BYTES).decode()
        except TimeoutError as error:
            raise MachineFault(f"the sandbox did not answer in {START_SECONDS} s") from error
        if not heard:
            raise MachineFault(f"the sandbox is gone: {self._complaint()}")
        return heard

    def _complaint(self) -> str:
        self._process.kill()
        self._process.wait()
        said = self._process.stderr.read().decode(errors="replace").strip()
        return said.splitlines()[-1] if said else "it said nothing on its standard error"


class Child:
    """One student's process, and the folder that is its world."""

    def __init__(
        self, zygote: Zygote, pid: int, connection: socket.socket, folder: str, limits: Limits
    ) -> None:
        self._zygote, self._pid, self._connection = zygote, pid, connection
        self._folder, self._frames = folder, Frames(connection)
        self._expect_readiness()

    def ask(self, request: Any, seconds: float, room: Room) -> Any:
        """The child's answer to `request` (the protocol of `child`).

        It takes up some of `room`. Raises TimedOut, Died, or Unreadable; after any of them the
        child is of no more use.
        """
        with self._expected(seconds) as deadline:
            self._frames.send(request, seconds)
            return self._frames.receive(room, deadline)

    def tell(self, request: Any, seconds: float) -> None:
        """Request something without waiting for an answer. Raises as `ask` does."""
        with self._expected(seconds):
            self._frames.send(request, seconds)

    def hear(self, seconds: float, room: Room) -> Any:
        """The child's next answer to what it was asked or told. Raises as `ask` does."""
        with self._expected(seconds) as deadline:
            return self._frames.receive(room, deadline)

    @contextmanager
    def _expected(self, seconds: float) -> Iterator[float]:
        try:
            yield time.monotonic() + seconds
        except TimeoutError as error:
            raise TimedOut(f"did not finish within {seconds:.2g} s and was stopped") from error
        except (EOFError, OSError) as error:
            raise Died(self._last_words()) from error

    def kill(self) -> dict[str, Any]:
        """End the child and all of its process group; the answer is `Zygote.bury`'s."""
        if self._connection.fileno() < 0:
            return {"status": 0, "found": ""}
        self._connection.close()
        try:
            return self._zygote.bury(self._pid)
        finally:
            remove(self._folder)

    def _expect_readiness(self) -> None:
        """Nothing, if the child has given up its rights; else raises MachineFault.

        No student's code has run yet: what goes wrong here is no student's fault.
        """
        try:
            answer = self._frames.receive(Room(MIB), time.monotonic() + START_SECONDS)
        except (EOFError, OSError, Unreadable):
            answer = {"unable": f"it {self._last_words()}"}
        if answer != {"ready": True}:
            self.kill()
            raise MachineFault(f"a process for student code cannot be prepared: {answer['unable']}")

    def _last_words(self) -> str:
        end = self.kill()
        if end["found"]:
            return f"{end['found']} and was stopped"
        status = end["status"]
        if status >= 0:
            return f"ended the Python process (exit status {status})"
        known = {number.value: number.name for number in signal.Signals}
        return f"ended the Python process (signal {known.get(-status, -status)})"
