"""What is in an archive, entry by entry, without anything being unpacked yet."""

import bz2
import gzip
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

MIB = 1 << 20
MAX_MEMBERS = 100_000
LOCAL_HEADER_BYTES = 30
OPENERS = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
"""How a packed tar archive is opened, by its first bytes."""

BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(OSError, ValueError, LookupError, ArithmeticError, MemoryError, RuntimeError),
)
"""What the standard library raises over archives that are not what they should be."""


class Unfit(Exception):
    """An entry, or a whole archive, is not to be taken; the words say why."""


class Excess(Exception):
    """An archive exceeds a limit: nothing of it is taken."""

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


def members(archive: BinaryIO, room_mib: int) -> Iterator[Member]:
    """The entries of a zip or tar archive; a tar archive is read through, and bounded in that.

    Raises Excess, or one of BROKEN.
    """
    found = _of_zip(archive) if zipfile.is_zipfile(archive) else _of_tar(archive, room_mib)
    for count, member in enumerate(found):
        if count == MAX_MEMBERS:
            raise Excess(f"it has more than {MAX_MEMBERS} entries", "")
        yield member


def _of_zip(file: BinaryIO) -> Iterator[Member]:
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        if _overlap(infos):
            raise Excess("its entries overlap, which only those of a zip bomb do", "")
        # What lies deep comes last, and of two with one name the last in the archive.
        for info in sorted(infos, key=lambda info: info.filename.count("/")):
            name = info.orig_filename  # the other one ends at a NUL
            yield Member(name, _trouble_in_zip(info), info.is_dir(), partial(archive.open, info))


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + LOCAL_HEADER_BYTES + info.compress_size
    return False


def _trouble_in_zip(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & 1:
        return "it is encrypted"
    if kind == stat.S_IFLNK:
        return "it is a link"
    return "" if kind in (0, stat.S_IFREG, stat.S_IFDIR) else "it is no file"


def _of_tar(file: BinaryIO, room_mib: int) -> Iterator[Member]:
    file.seek(0)
    begins = file.read(8)
    file.seek(0)
    opener = next((o for magic, o in OPENERS.items() if begins.startswith(magic)), None)
    stream = _Metered(opener(file) if opener else file, room_mib)
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            take = partial(archive.extractfile, info)
            yield Member(info.name, _trouble_in_tar(info), info.isdir(), take)
            archive.members = []  # or it would keep them all


def _trouble_in_tar(info: tarfile.TarInfo) -> str:
    if info.issym() or info.islnk():
        return "it is a link"
    whole = info.isdir() or (info.isreg() and not info.issparse())
    return "" if whole else "it is no file"


class _Metered:
    """A stream of which no more than so much can be read."""

    def __init__(self, file: BinaryIO, room_mib: int) -> None:
        self._file, self._room_mib, self._left = file, room_mib, room_mib * MIB

    def read(self, size: int) -> bytes:
        """Read some bytes. Raises Excess when there are too many."""
        block = self._file.read(size)
        self._left -= len(block)
        if self._left < 0:
            raise Excess(f"it unpacks to more than {self._room_mib} MiB", "archive_mib")
        return block
