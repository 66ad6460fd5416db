"""What this machine keeps from a student's code: looked at, and then tried."""

import os
import platform
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import psutil
from py_landlock import get_abi_version

from graders.doctor.findings import Finding, bad, good, notice
from graders.errors import MachineFault, StudentFault
from graders.sandbox import namespaces
from graders.sandbox.confinement import PROJECT, check_machine
from graders.sandbox.limits import MIB, Limits
from graders.sandbox.parent import Zygote
from graders.sandbox.student import Student

NEWER_KERNEL = "grade on Linux 6.2 or newer, with landlock in /sys/kernel/security/lsm"
TRIES = """
import os, pathlib, socket, subprocess

WAYS = {{
    "read other files": lambda: pathlib.Path({project!r}, "README.md").read_text(),
    "read what other processes are": lambda: pathlib.Path("/proc/1/cmdline").read_bytes(),
    "read the environment of others": lambda: pathlib.Path("/proc/{pid}/environ").read_text(),
    "write outside of its folder": lambda: pathlib.Path({outside!r}).touch(),
    "open a connection": lambda: socket.create_connection(("127.0.0.1", {port})),
    "send a datagram": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"", ("127.0.0.1", 9)),
    "start a program": lambda: subprocess.run(["true"]),
    "fork": lambda: os.fork() or os._exit(0),
    "signal the grading process": lambda: os.kill({pid}, 0),
    "have more than {memory_mib} MiB of memory": lambda: bytearray({memory_mib} << 20),
}}

def tries():
    done = {{}}
    for what, way in WAYS.items():
        try:
            way()
        except BaseException as refusal:
            done[what] = type(refusal).__name__
        else:
            done[what] = ""
    return done
"""
"""A notebook that tries the shortest way to each kind of harm."""
LEAST_DISK_MIB = 1024


def examine_machine(
    limits: Limits, ask_abi: Callable[[], int] = get_abi_version
) -> Iterator[Finding]:
    """What this machine can keep from student code under `limits`, with what to do."""
    try:
        check_machine(ask_abi)
    except MachineFault as fault:
        yield bad(str(fault), NEWER_KERNEL)
        limits = replace(limits, confined=False)
    else:
        abi, kernel = get_abi_version(), platform.release()
        yield good(f"Linux {kernel} has Landlock version {abi} and seccomp: no root is needed")
        wall = "a network of its own" if namespaces.are_allowed() else "no network of its own"
        yield good(f"beside that, student code gets {wall}; nothing rests on it")
    yield from _tried(limits)
    yield _room_for(limits)
    yield _disk()


def _tried(limits: Limits) -> Iterator[Finding]:
    try:
        done = _try_everything(limits)
    except (MachineFault, StudentFault) as fault:
        yield bad(f"a notebook could not be tried: {fault}", "mend that first: no grading works")
        return
    yield from judged(done, limits)


def judged(done: dict[str, str], limits: Limits) -> Iterator[Finding]:
    """What to think of harm that was met by these exceptions, "" where it was done."""
    for what, refusal in done.items():
        if refusal:
            yield good(f"tried just now: student code cannot {what} ({refusal})")
        elif limits.confined:
            yield bad(f"tried just now: student code can {what}", "grade on another machine")
        else:
            yield notice(f"tried just now: student code can {what}", "it is not confined")


def _try_everything(limits: Limits) -> dict[str, str]:
    """The name of the exception that met each kind of harm; "" where there was none."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        source = TRIES.format(
            project=str(PROJECT),
            outside=str(Path(folder) / "outside"),
            port=listener.getsockname()[1],
            pid=os.getpid(),
            memory_mib=limits.memory_mib,
        )
        zygote = stack.enter_context(Zygote())
        return stack.enter_context(Student(zygote, [source], limits)).call("tries").value


def _room_for(limits: Limits) -> Finding:
    processors = len(os.sched_getaffinity(0))
    free = psutil.virtual_memory().available // MIB
    told = f"{processors} processors and {free:,} MiB of free memory"
    if free < processors * limits.memory_mib:
        advice = f"a submission may take {limits.memory_mib} MiB: grade fewer at once, or less each"
        return notice(told, advice)
    return good(f"{told}: enough for {processors} submissions at once")


def _disk() -> Finding:
    folder = tempfile.gettempdir()
    free = psutil.disk_usage(folder).free // MIB
    told = f"{free:,} MiB are free in {folder}, where student code runs"
    if free < LEAST_DISK_MIB:
        return bad(told, f"make room for {LEAST_DISK_MIB:,} MiB, or set TMPDIR to another folder")
    return good(told)
