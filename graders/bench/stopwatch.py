"""A command while it runs: how long it takes, and how much memory its largest process uses."""

import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter

import psutil

from graders.errors import MachineFault

MIB = 1 << 20
LOOK_SECONDS = 1.0
"""How often memory is looked at: often enough to see it, and too seldom to take any time."""


@dataclass(frozen=True)
class Lap:
    """One run of a command."""

    seconds: float
    mib: float
    """The most memory that one of its processes used; what is shared counts for each."""


def timed(start: Callable[[], subprocess.Popen]) -> Lap:
    """Run a command to its end. Raises MachineFault if it fails."""
    began, mib = perf_counter(), 0.0
    running = start()
    while True:
        with suppress(subprocess.TimeoutExpired):
            said, _ = running.communicate(timeout=LOOK_SECONDS)
            break
        mib = max(mib, _largest(running.pid))
    seconds = perf_counter() - began
    if running.returncode:
        raise MachineFault(f"`{' '.join(map(str, running.args))}` failed: {said[-500:]}")
    return Lap(seconds, mib)


def _largest(pid: int) -> float:
    """The memory of the largest process of a family."""
    sizes = [0]
    with suppress(psutil.Error):
        first = psutil.Process(pid)
        for process in [first, *first.children(recursive=True)]:
            with suppress(psutil.Error):
                sizes.append(process.memory_info().rss)
    return max(sizes) / MIB
