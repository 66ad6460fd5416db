"""What no limit of the kernel's bounds: a student's folder, the threads, and what is left of both.

The folder is looked through while the student's code runs, twenty times a second, and never further
than what is allowed in it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from graders.sandbox.limits import MIB, Limits

SECONDS = 0.05
"""How often to look."""
BLOCK_BYTES = 512
"""The unit in which the kernel says what a file takes up."""


@dataclass
class Watch:
    """One child and the folder that is its world, looked at until the child is ended."""

    pid: int
    folder: str
    limits: Limits
    found: str = ""
    """What the child was stopped for, in words; "" if nothing was found."""

    def look(self) -> None:
        """Stop the child if it uses more than it may."""
        if not self.found:
            self.found = self._threads_in_excess() or files_in_excess(self.folder, self.limits)
            if self.found:
                self._kill()

    def end(self) -> int:
        """Stop the child and all of its process group; the answer is its exit status.

        A child that ended by itself keeps its own status: this comes too late to change it.
        """
        self._kill()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _kill(self) -> None:
        for kill in (os.killpg, os.kill):  # a child that is not confined may have left its group
            with contextlib.suppress(ProcessLookupError):
                kill(self.pid, signal.SIGKILL)

    def _threads_in_excess(self) -> str:
        with contextlib.suppress(OSError):  # it has ended
            threads = os.stat(f"/proc/{self.pid}/task").st_nlink - 2
            if threads > self.limits.threads:
                return f"ran more than {self.limits.threads} threads"
        return ""


def files_in_excess(folder: str, limits: Limits) -> str:
    """What is wrong with the files in a folder, in words; "" if nothing is."""
    folders, files, size = [folder], 0, 0
    try:
        while folders:
            for entry in _entries(folders.pop()):
                files, size = files + 1, size + _size(entry)
                if files > limits.folder_files:
                    return f"kept more than {limits.folder_files} files in its folder"
                if size > limits.folder_mib * MIB:
                    return f"kept more than {limits.folder_mib} MiB in its folder"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    except OSError:  # not to be read, or nested deeper than paths are long
        return "made a folder that cannot be looked into"
    return ""


def _entries(folder: str) -> list[os.DirEntry]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        return list(entries)
    return []


def _size(entry: os.DirEntry) -> int:
    with contextlib.suppress(FileNotFoundError):
        found = entry.stat(follow_symlinks=False)
        return max(found.st_size, found.st_blocks * BLOCK_BYTES)
    return 0


def remove(folder: str) -> None:
    """Remove a folder and all that a student left in it."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if Path(folder).exists():  # nested a thousand deep, or made unreadable on purpose
        subprocess.run(["chmod", "-R", "u+rwx", folder], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", folder], check=False, capture_output=True)
