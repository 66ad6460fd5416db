"""What an attack costs the machine while it is graded, and what it leaves there."""

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from graders.sandbox.watch import remove

SECONDS = 0.1
"""How often is measured."""
MIB, BLOCK_BYTES = 1 << 20, 512
MOST = {"MiB of memory": 3000, "MiB of disk": 1000, "files": 10_000, "threads": 5000}
"""What a submission within its limits stays below, with room for a watch that comes late."""
MOST_GROWN = {"MiB of memory": 300, "open files": 20}
"""By how much the grading process may have grown when an attack is over."""


@dataclass
class Gauge:
    """The most that was used at once, of each kind of thing."""

    folders: tuple[Path, ...]
    """Where files are counted."""
    used: dict[str, float] = field(default_factory=lambda: dict.fromkeys(MOST, 0.0))
    grown: dict[str, float] = field(default_factory=dict)
    left: list[Path] = field(default_factory=list)
    """What lies in the folder for temporary files that did not lie there before."""

    def harm(self) -> list[str]:
        """What was too much, in words."""
        used = [f"used {n:.0f} {what}" for what, n in self.used.items() if n > MOST[what]]
        grown = [f"kept {n:.0f} {what}" for what, n in self.grown.items() if n > MOST_GROWN[what]]
        return used + grown + [f"left {len(self.left)} temporary files behind"] * bool(self.left)

    def look(self) -> None:
        """Measure what this process, those that it has started, and their files use now."""
        family = psutil.Process().children(recursive=True)
        disk = [size for folder in self.folders for size in _disk(folder)]
        now = {
            "MiB of memory": sum(_memory(process) for process in family) / MIB,
            "MiB of disk": sum(disk) / MIB,
            "files": len(disk),
            "threads": sum(_threads(process) for process in family),
        }
        self.used = {what: max(n, now[what]) for what, n in self.used.items()}


@contextmanager
def measured(*folders: Path) -> Iterator[Gauge]:
    """Measure while something goes on, the files in `folders` among other things."""
    gauge, done = Gauge(folders), threading.Event()
    own, files = _own(), _temporary()

    def look_until_done() -> None:
        while not done.wait(SECONDS):
            gauge.look()

    looking = threading.Thread(target=look_until_done)
    looking.start()
    try:
        yield gauge
    finally:
        done.set()
        looking.join()
        gauge.grown = {what: n - own[what] for what, n in _own().items()}
        gauge.left = sorted(_temporary() - files)
        for path in gauge.left:
            remove(str(path))


def _own() -> dict[str, float]:
    return {
        "MiB of memory": psutil.Process().memory_info().rss / MIB,
        "open files": len(os.listdir("/proc/self/fd")),
    }


def _temporary() -> set[Path]:
    """Files and folders for temporary use: a zygote's own is there to stay, its children's not."""
    top = Path(tempfile.gettempdir())
    others = {path for path in top.iterdir() if not path.name.startswith("unrolled-")}
    return others | {*top.glob("unrolled-*/child-*")}


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return process.memory_info().rss
    return 0


def _threads(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return process.num_threads()
    return 0


def _disk(folder: Path) -> list[int]:
    """The bytes that each of the files in a folder takes up."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                found.append(os.lstat(os.path.join(place, name)).st_blocks * BLOCK_BYTES)
    return found
