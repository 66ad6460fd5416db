"""One archive that was handed in, unpacked within limits.

What it says of itself is not believed: bytes are counted while they come, names are looked at
before anything is written, and only files are made. `python -m` this module unpacks one archive in
a process that the kernel bounds, too. It reads from its standard input

    {"archive": path, "folder": path, "endings": [".ipynb"], "packed": [".zip"],
     "limits": {"archive_mib": 256, …}}

and writes an `Unpacked` as JSON to its standard output.
"""

import json
import resource
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from graders.classroom.filenames import alike, is_notebook, parts_of, trouble_with_path, visible
from graders.classroom.members import BROKEN, Excess, Member, Unfit, members

MIB = 1 << 20
MEMORY_MIB = 512
"""Address space of the process; an archive may ask for gigabytes."""
MAX_REFUSED = 20


@dataclass(frozen=True)
class ArchiveLimits:
    """What archives may hold; an instructor sets it in nbgrader_config.py."""

    archive_seconds: float = 20.0
    """Processor time to unpack one archive."""
    archive_mib: int = 256
    """What is unpacked of one archive; of a tar archive also what is passed over."""
    archive_file_mib: int = 32
    """One file of an archive."""
    archive_files: int = 200
    """Files that are unpacked of one archive."""
    archive_depth: int = 8
    """Folders above a file, and archives around it."""
    archives_mib: int = 8192
    """What is unpacked of all archives of one run."""


@dataclass
class Unpacked:
    """What became of one archive."""

    files: int = 0
    """Files that were taken."""
    size: int = 0
    """Bytes that were unpacked for them."""
    others: int = 0
    """Files that nobody collects."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """What was left out, fit to be shown, and why; "" is all that remained."""
    unnamed: int = 0
    """How much more was left out."""
    failed: str = ""
    """Why nothing was taken."""
    option: str = ""
    """The limit that would have to be raised for it to be taken."""


class Unpacking:
    """The unpacking of one archive, and of the archives in it, into a folder."""

    def __init__(self, endings: list[str], packed: list[str], limits: ArchiveLimits) -> None:
        self._endings, self._packed, self._limits = tuple(endings), tuple(packed), limits
        self._taken: dict[str, Path] = {}
        self.done = Unpacked()

    def unpack(self, archive: BinaryIO, folder: Path, name: str = "") -> None:
        """Unpack an archive, or the one called `name` in it; what breaks off is taken until then.

        Raises Excess if a limit is exceeded.
        """
        try:
            for member in members(archive, self._limits.archive_mib):
                self._take(member, folder, f"{name}/{member.name}" if name else member.name)
        except BROKEN as error:
            self._refuse(name, f"it is no whole zip or tar archive: {_words(error)}")

    def _take(self, member: Member, folder: Path, name: str) -> None:
        trouble = trouble_with_path(member.name) or member.trouble
        parts = parts_of(member.name)
        if not trouble and len(parts_of(name)) > self._limits.archive_depth + 1:
            trouble = f"it lies more than {self._limits.archive_depth} folders deep"
        if trouble:
            self._refuse(name, trouble)
        elif member.is_folder or not parts:
            pass  # folders are made when something comes into them
        elif parts[-1].lower().endswith(self._packed):
            self._unpack_inner(member, folder.joinpath(*parts), name)
        elif is_notebook(parts[-1]) or parts[-1].endswith(self._endings):
            self._write(member, folder.joinpath(*parts), name)
        else:
            self.done.others += 1

    def _unpack_inner(self, member: Member, folder: Path, name: str) -> None:
        with tempfile.TemporaryFile() as file:
            if self._copied(member, file, name):
                self.unpack(file, folder, name)

    def _write(self, member: Member, path: Path, name: str) -> None:
        """Write a file. Of two with one name the last counts, as archives have it."""
        if earlier := self._taken.pop(alike(name), None):
            earlier.unlink()
            self.done.files -= 1
            self._refuse(name, "another file of that name comes after it")
        if self.done.files == self._limits.archive_files:
            raise Excess(f"it holds more than {self.done.files} files", "archive_files")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("xb")
        except OSError as error:
            self._refuse(name, f"it cannot be written: {error.strerror}")
            return
        with file:
            whole = self._copied(member, file, name)
        if whole:
            self._taken[alike(name)] = path
            self.done.files += 1
        else:
            path.unlink()

    def _copied(self, member: Member, file: BinaryIO, name: str) -> bool:
        """Whether a member could be copied whole; if not, it is told why."""
        try:
            with member.open() as source:
                while block := source.read(1 << 16):
                    file.write(block)
                    self._count(len(block), file.tell())
        except Unfit as fault:
            self._refuse(name, str(fault))
        except BROKEN as error:
            self._refuse(name, f"it cannot be read: {_words(error)}")
        else:
            return True
        self.done.size -= file.tell()
        return False

    def _count(self, block_bytes: int, file_bytes: int) -> None:
        self.done.size += block_bytes
        if file_bytes > self._limits.archive_file_mib * MIB:
            raise Unfit(f"it is larger than {self._limits.archive_file_mib} MiB")
        if self.done.size > self._limits.archive_mib * MIB:
            raise Excess(f"it unpacks to more than {self._limits.archive_mib} MiB", "archive_mib")

    def _refuse(self, name: str, why: str) -> None:
        if len(self.done.refused) < MAX_REFUSED:
            self.done.refused.append((visible(name), why))
        else:
            self.done.unnamed += 1


def _words(error: BaseException) -> str:
    return visible(str(error) or type(error).__name__)


def main() -> None:
    """Unpack the archive that standard input asks for."""
    request = json.load(sys.stdin)
    limits = ArchiveLimits(**request["limits"])
    seconds = int(limits.archive_seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MIB * MIB, MEMORY_MIB * MIB))
    unpacking = Unpacking(request["endings"], request["packed"], limits)
    try:
        with open(request["archive"], "rb") as archive:
            unpacking.unpack(archive, Path(request["folder"]))
    except Excess as excess:
        unpacking.done.failed, unpacking.done.option = str(excess), excess.option
    json.dump(asdict(unpacking.done), sys.stdout)


if __name__ == "__main__":
    main()
