"""One archive that was handed in, unpacked within limits.

What it says of itself is believed in nothing: bytes are counted while they come, names are looked
at before anything is written, and files are made, never links or devices. `python -m` this module
unpacks one archive in a process that the kernel bounds, too: it reads from its standard input

    {"archive": path, "folder": path, "endings": [".ipynb"], "packed": [".zip"],
     "limits": {"archive_mib": 256, …}}

and writes an `Unpacked` to its standard output.
"""

import bz2
import gzip
import json
import lzma
import resource
import stat
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from graders.classroom.filenames import alike, is_notebook, parts_of, trouble_with_path, visible

MIB = 1 << 20
MEMORY_MIB = 512
"""Address space of the process; xz can ask for gigabytes."""
MAX_REFUSED = 20
LOCAL_HEADER_BYTES = 30
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, ValueError, KeyError, IndexError, OverflowError, RecursionError),
)
"""What the standard library raises over archives that are not what they should be."""


@dataclass(frozen=True)
class ArchiveLimits:
    """What archives may hold; an instructor sets it in nbgrader_config.py."""

    archive_seconds: float = 20.0
    """Processor time, and a little more of wall time, to unpack one archive."""
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
    """Their bytes."""
    others: int = 0
    """Files that nobody collects."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Pairs of what was left out, fit to be shown, and why."""
    more: int = 0
    """How many more were left out."""
    failed: str = ""
    """Why nothing was taken, with `option`, which would allow it."""
    option: str = ""


class TooMuch(Exception):
    """An archive goes beyond a limit; nothing of it is taken."""

    def __init__(self, words: str, option: str) -> None:
        super().__init__(words)
        self.option = option


class Member(NamedTuple):
    """One entry of an archive."""

    name: str
    trouble: str
    """Why it is not to be unpacked, whatever it is called."""
    is_folder: bool
    open: Callable[[], BinaryIO]


class Unpacking:
    """The unpacking of one archive, and of the archives in it, into a folder of its own."""

    def __init__(self, endings: list[str], packed: list[str], limits: ArchiveLimits) -> None:
        self._endings, self._packed, self._limits = tuple(endings), tuple(packed), limits
        self._paths: dict[str, Path] = {}
        self.done = Unpacked()

    def unpack(self, archive: Path, folder: Path, name: str = "", depth: int = 0) -> None:
        """Unpack one archive; what is broken ends it, and what came before is taken."""
        try:
            with archive.open("rb") as file:
                for member in _members(file, self._limits.archive_mib):
                    self._take(member, folder, name, depth)
        except BROKEN as error:
            self._refuse(name or archive.name, f"it is broken: {error}")

    def _take(self, member: Member, folder: Path, within: str, depth: int) -> None:
        name = f"{within}/{member.name}" if within else member.name
        trouble = trouble_with_path(member.name, self._limits.archive_depth - depth)
        if trouble or member.trouble:
            self._refuse(name, trouble or member.trouble)
        elif not member.is_folder and (parts := parts_of(member.name)):
            if self._is_wanted(parts[-1]):
                self._write(member, folder.joinpath(*parts), name, depth)
            else:
                self.done.others += 1

    def _is_wanted(self, name: str) -> bool:
        return is_notebook(name) or name.lower().endswith(self._endings + self._packed)

    def _write(self, member: Member, path: Path, name: str, depth: int) -> None:
        """Write one file. Of two with one name the last is taken, as archives have it."""
        if earlier := self._paths.pop(alike(name), None):
            earlier.unlink()
            self.done.files -= 1
            self._refuse(name, "another file in it has the same name")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file, member.open() as source:
                self._copy(source, file)
        except (*BROKEN, NotImplementedError, RuntimeError) as error:
            path.unlink(missing_ok=True)
            self._refuse(name, f"it cannot be read: {error}")
            return
        ...
