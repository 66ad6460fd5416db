"""An archive is unpacked in a process of its own, which the kernel bounds."""

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib

import pytest

from graders.classroom.archive import unpack
from graders.classroom.unpacking import ArchiveLimits

MIB = 1 << 20


@pytest.fixture
def to(tmp_path):
    """The folder into which is unpacked."""
    folder = tmp_path / "to"
    folder.mkdir()
    return folder


def names(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_what_became_of_it_comes_back(tmp_path, to):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("hw.ipynb", "../x.ipynb", "notes.md", "data.csv"):
            archive.writestr(name, "12")

    done = unpack(tmp_path / "a.zip", to, [".md"], [".zip"], ArchiveLimits())

    assert names(to) == ["hw.ipynb", "notes.md"]
    assert (done.files, done.size, done.others, done.failed) == (2, 4, 1, "")
    assert done.refused == [["../x.ipynb", "its name leads out of the archive"]]


def test_an_archive_beyond_a_limit_is_told_with_the_option_that_sets_it(tmp_path, to):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("hw.ipynb", bytes(2 * MIB))

    done = unpack(tmp_path / "a.zip", to, [], [], ArchiveLimits(archive_mib=1))

    assert (done.failed, done.option) == ("it unpacks to more than 1 MiB", "archive_mib")


@pytest.mark.parametrize("seconds", [0.6, 0.01], ids=["processor time", "wall time"])
def test_an_archive_that_takes_too_long_is_given_up(tmp_path, to, seconds):
    """Ten gigabytes of zeros, of which the archive holds ten megabytes."""
    zeros = gzip.compress(bytes(16 * MIB), 1)
    header = tarfile.TarInfo("x.csv")
    header.size = 600 * 16 * MIB
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(header.tobuf()) + 600 * zeros)
    limits = ArchiveLimits(archive_seconds=seconds, archive_mib=MIB)

    done = unpack(tmp_path / "a.tar.gz", to, [], [], limits)

    assert done.failed == f"it took more than {seconds:g} s to unpack"
    assert done.option == "archive_seconds"


def test_an_archive_that_asks_for_gigabytes_of_memory_gets_none(tmp_path, to):
    data = bytearray(lzma.compress(bytes(1000)))
    size = (data[12] + 1) * 4  # of the block's header, in which the dictionary's size is
    data[16] = 39  # 3 GiB
    data[12 + size - 4 : 12 + size] = struct.pack("<I", zlib.crc32(data[12 : 12 + size - 4]))
    (tmp_path / "a.xz").write_bytes(data)

    done = unpack(tmp_path / "a.xz", to, [], [], ArchiveLimits())

    assert done.refused == [["", "it is no whole zip or tar archive: MemoryError"]]


def test_an_archive_that_cannot_be_unpacked_at_all_says_why(tmp_path, to):
    done = unpack(tmp_path / "nowhere.zip", to, [], [], ArchiveLimits())

    assert done.failed.startswith(
        "it breaks the program that unpacks it: FileNotFoundError: [Errno 2] No such file"
    )
