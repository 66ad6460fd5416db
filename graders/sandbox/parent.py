"""Our side of the boundary: start a zygote once, and have it fork a child per submission.

Nothing that a child says is trusted here: sizes and times are bounded while it is read, and what
is read is plain data (`wire`). What it means is for `student` and the graders to judge.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from typing import Any, Self

from graders.errors import Died, MachineFault, TimedOut
from graders.sandbox import wire
from graders.sandbox.confinement import PROJECT, check_machine
from graders.sandbox.limits import MIB, Limits

START_SECONDS = 60.0
"""How long a zygote may take to load IPython, NumPy and matplotlib from a cold disk."""

ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
NOTEBOOK_ENVIRONMENT = {
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    # Sets, and the frames that tracebacks leave out, are the same in every run.
    "PYTHONHASHSEED": "0",
    **ONE_THREAD,
}
KEPT_VARIABLES = ("HOME", "LANG", "PATH", "TMPDIR", "XDG_CACHE_HOME", "MPLCONFIGDIR")


class Zygote:
    """A Python process with NumPy and a notebook shell loaded, from which children are forked."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        self._profile = tempfile.TemporaryDirectory(prefix="unrolled-")
        kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "graders.sandbox.child"],
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=kept | NOTEBOOK_ENVIRONMENT | {"IPYTHONDIR": self._profile.name},
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
        ours, theirs = socket.socketpair()
        with theirs:
            pid = self._ask(b"fork", [theirs.fileno()])
        return Child(self, pid, ours, limits)

    def bury(self, pid: int) -> int:
        """Wait for a dead child; the answer is its exit status, or minus its signal."""
        return self._ask(str(pid).encode(), [])

    @property
    def alive(self) -> bool:
        """Whether it can still fork children."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the zygote; children that are left die with it."""
        self._control.close()
        self._process.stderr.close()
        self._process.wait()
        self._profile.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, words: bytes, fds: list[int]) -> int:
        try:
            socket.send_fds(self._control, [words], fds)
        except OSError as error:
            raise MachineFault(f"the sandbox is gone: {self._complaint()}") from error
        return int(self._hear())

    def _hear(self) -> str:
        try:
            heard = self._control.recv(64).decode()
        except TimeoutError as error:
            raise MachineFault(f"the sandbox did not answer in {START_SECONDS} s") from error
        if not heard:
            raise MachineFault(f"the sandbox is gone: {self._complaint()}")
        return heard

    def _complaint(self) -> str:
        self._process.kill()
        said = self._process.stderr.read().decode(errors="replace").strip()
        return said.splitlines()[-1] if said else "it said nothing on its standard error"


class Child:
    """One student's process, and the folder that is its world."""

    def __init__(self, zygote: Zygote, pid: int, connection: socket.socket, limits: Limits) -> None:
        self._zygote, self._pid, self._connection = zygote, pid, connection
        self._max_bytes = limits.reply_mib * MIB
        self._folder = tempfile.mkdtemp(prefix="unrolled-")
        wire.send(connection, {"limits": asdict(limits), "folder": self._folder})

    def ask(self, request: dict[str, Any], seconds: float) -> Any:
        """The child's answer to `request` (the protocol of `child`).

        Raises TimedOut, Died, or Unreadable; after any of them the child is of no more use.
        """
        deadline = time.monotonic() + seconds
        try:
            self._connection.settimeout(seconds)
            wire.send(self._connection, request)
            return wire.receive(self._connection, self._max_bytes, deadline)
        except TimeoutError as error:
            raise TimedOut(f"did not finish within {seconds:.2g} s and was stopped") from error
        except (EOFError, OSError) as error:
            raise Died(f"ended the Python process ({self._last_words()})") from error

    def kill(self) -> int:
        """End the child and all of its process group; the answer is its exit status."""
        if self._connection.fileno() < 0:
            return 0
        self._connection.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        status = self._zygote.bury(self._pid)
        _remove(self._folder)
        return status

    def _last_words(self) -> str:
        # A child that ended by itself keeps its own status: SIGKILL comes too late to change it.
        status = self.kill()
        if status >= 0:
            return f"exit status {status}"
        known = {number.value: number.name for number in signal.Signals}
        return f"signal {known.get(-status, -status)}"


def _remove(folder: str) -> None:
    """Remove a folder and all that a student left in it."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if os.path.exists(folder):  # nested a thousand deep, or made unreadable on purpose
        subprocess.run(["chmod", "-R", "u+rwx", folder], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", folder], check=False, capture_output=True)
