"""What a student's process gives up before a line of the student's runs."""

import contextlib
import ctypes
import os
import resource
import signal
import stat
import sys
from pathlib import Path

from graders.sandbox import namespaces
from graders.sandbox.confinement import PROJECT, confine
from graders.sandbox.limits import Limits, impose

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
FIRST_FREE = 64
"""The zygote has no file descriptor from here on."""


def give_up(limits: Limits, folder: str, zygote: int) -> None:
    """Become a process that has its own folder and little else."""
    if limits.confined:
        namespaces.enter()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != zygote:
        raise ProcessLookupError("the zygote has died")  # and too early to be noticed
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    os.chdir(folder)
    os.environ.clear()
    os.environ |= {"HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    nowhere = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nowhere, fd)
    os.closerange(*_free_descriptors())
    _reopen_files()
    _forget_the_project()
    impose(limits)
    if limits.confined:
        confine(folder)


def _reopen_files() -> None:
    """Read what the zygote has open, such as fonts, at a place of one's own in each file.

    The place that all children share would tell the next one what this one has left there.
    """
    for fd in range(3, FIRST_FREE):
        with contextlib.suppress(OSError):
            if stat.S_ISREG(os.fstat(fd).st_mode):
                own = os.open(f"/proc/self/fd/{fd}", os.O_RDONLY)
                os.lseek(own, os.lseek(fd, 0, os.SEEK_CUR), os.SEEK_SET)
                os.dup2(own, fd, inheritable=False)
                os.close(own)


def _free_descriptors() -> tuple[int, int]:
    return FIRST_FREE, min(resource.getrlimit(resource.RLIMIT_NOFILE)[1], 1 << 16)


def _forget_the_project() -> None:
    """Leave no import path to the reference and the graders; only packages remain."""
    kept = [path for path in sys.path if path and Path(path).resolve() != PROJECT]
    sys.path[:] = [os.getcwd(), *kept]
    sys.meta_path[:] = [f for f in sys.meta_path if "editable" not in getattr(f, "__module__", "")]
