"""An archive gives its notebooks, and nothing that is in it can do harm."""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile

import pytest

from graders.classroom.members import MAX_MEMBERS, Excess
from graders.classroom.unpacking import MAX_REFUSED, ArchiveLimits, Unpacking

MIB = 1 << 20
PACKERS = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
TAR = {
    "link": tarfile.SYMTYPE,
    "hard link": tarfile.LNKTYPE,
    "pipe": tarfile.FIFOTYPE,
    "device": tarfile.CHRTYPE,
    "disk": tarfile.BLKTYPE,
    "sparse": tarfile.GNUTYPE_SPARSE,
}


def zipped(*entries, packing=zipfile.ZIP_DEFLATED):
    """A zip archive; an entry is a name, or whatever zipfile knows it by, and its content."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def tarred(*entries, **about):
    """A tar archive; `about` is said of every one of its entries."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            info.type = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE
            for attribute, value in about.items():
                setattr(info, attribute, value)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def unpack(data, folder, **limits):
    """What became of an archive, and the files that were made."""
    unpacking = Unpacking([".ipynb"], [".zip", ".gz"], ArchiveLimits(**limits))
    unpacking.unpack(io.BytesIO(data), folder)
    made = {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert sum(map(len, made.values())) <= unpacking.done.size
    assert len(made) == unpacking.done.files
    return unpacking.done, made


@pytest.mark.parametrize("pack", PACKERS.values(), ids=PACKERS)
@pytest.mark.parametrize("archive", [zipped, tarred])
def test_notebooks_are_unpacked_whatever_the_format(tmp_path, archive, pack):
    data = archive(("hw/", b""), ("hw/hw.ipynb", b"1"), ("./b\\c.ipynb", b"2"), ("x.csv", b"3"))
    data = data if archive is zipped else pack(data)

    done, made = unpack(data, tmp_path)

    assert made == {"hw/hw.ipynb": b"1", "b/c.ipynb": b"2"}
    assert (done.others, done.refused, done.failed) == (1, [], "")


@pytest.mark.parametrize("archive", [zipped, tarred])
@pytest.mark.parametrize("name", ["../x.ipynb", "/x.ipynb", "a\nb.ipynb", "\u202ex.ipynb", "..\\x"])
def test_a_harmful_name_is_refused_and_the_rest_is_taken(tmp_path, archive, name):
    done, made = unpack(archive((name, b"1"), ("ok.ipynb", b"2")), tmp_path / "to")

    assert made == {"ok.ipynb": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["to"]
    [(shown, why)] = done.refused
    assert shown.isprintable()
    assert why.startswith("its name ")


def test_a_name_that_is_no_text_is_refused(tmp_path):
    done, _ = unpack(tarred(("a\udcff.ipynb", b"1")), tmp_path)

    assert done.refused == [("a\\udcff.ipynb", "its name holds characters that cannot be seen")]


def test_a_name_that_goes_on_after_a_nul_is_refused(tmp_path):
    data = zipped(("hw.ipynb_x", b"1")).replace(b"hw.ipynb_x", b"hw.ipynb\0x")

    assert unpack(data, tmp_path)[0].refused[0][0] == "hw.ipynb\\x00x"


@pytest.mark.parametrize("kind", TAR)
def test_nothing_but_files_comes_out_of_a_tar(tmp_path, kind):
    data = tarred(("x.ipynb", b""), type=TAR[kind], linkname="/etc/passwd")

    done, made = unpack(data + tarred(("ok.ipynb", b"1"))[:1024], tmp_path)

    assert made in ({}, {"ok.ipynb": b"1"})
    assert done.refused[0] == ("x.ipynb", "it is a link" if "link" in kind else "it is no file")


@pytest.mark.parametrize(("mode", "why"), [(0o120777, "it is a link"), (0o20666, "it is no file")])
def test_nothing_but_files_comes_out_of_a_zip(tmp_path, mode, why):
    info = zipfile.ZipInfo("x.ipynb")
    info.external_attr = mode << 16

    done, made = unpack(zipped((info, b"/etc/passwd"), ("ok.ipynb", b"1")), tmp_path)

    assert made == {"ok.ipynb": b"1"}
    assert done.refused == [("x.ipynb", why)]


def changed(data, offset, value):
    """A zip archive in whose directory the first entry says something else."""
    at = data.index(b"PK\1\2") + offset
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize(
    ("offset", "value", "why"),
    [
        (8, b"\1", "it is encrypted"),
        (10, b"\x63", "it cannot be read: That compression method is not supported"),
        (16, b"\0\0\0\0", "it cannot be read: Bad CRC-32 for file 'x.ipynb'"),
        (24, b"\1\0\0\0", "it cannot be read: Bad CRC-32 for file 'x.ipynb'"),
        (42, b"\1\0\0\0", "it cannot be read: Bad magic number for file header"),
    ],
    ids=["encrypted", "unknown packing", "wrong checksum", "wrong size", "wrong place"],
)
def test_an_entry_that_cannot_be_read_costs_only_itself(tmp_path, offset, value, why):
    data = changed(zipped(("x.ipynb", b"12"), ("y.ipynb", b"3")), offset, value)

    done, made = unpack(data, tmp_path)

    assert made == {"y.ipynb": b"3"}
    assert done.refused == [("x.ipynb", why)]


@pytest.mark.parametrize("archive", [zipped, tarred])
def test_a_file_too_large_is_refused_whatever_the_archive_says_of_it(tmp_path, archive):
    data = archive(("x.ipynb", bytes(2 * MIB)), ("y.ipynb", b"1"))

    done, made = unpack(data, tmp_path, archive_file_mib=1, archive_mib=3)

    assert made == {"y.ipynb": b"1"}
    assert done.refused == [("x.ipynb", "it is larger than 1 MiB")]
    assert done.size == 1


@pytest.mark.parametrize("archive", [zipped, tarred])
def test_an_archive_too_large_is_refused(tmp_path, archive):
    data = archive(*[(f"{k}.ipynb", bytes(MIB)) for k in range(4)])

    with pytest.raises(Excess, match="it unpacks to more than 3 MiB") as caught:
        unpack(data, tmp_path, archive_mib=3)
    assert caught.value.option == "archive_mib"


@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
def test_what_a_tar_only_passes_over_is_bounded_too(tmp_path, kind):
    data = gzip.compress(tarred(("x.csv", bytes(4 * MIB)), type=kind))

    with pytest.raises(Excess, match="it unpacks to more than 3 MiB"):
        unpack(data, tmp_path, archive_mib=3)


def test_an_archive_of_too_many_files_is_refused(tmp_path):
    data = zipped(*[(f"{k}.ipynb", b"") for k in range(4)])

    with pytest.raises(Excess, match="it holds more than 3 files") as caught:
        unpack(data, tmp_path, archive_files=3)
    assert caught.value.option == "archive_files"


def test_files_that_nobody_collects_do_not_count(tmp_path):
    data = zipped(*[(f"{k}.csv", bytes(MIB)) for k in range(4)], ("hw.ipynb", b"1"))

    done, made = unpack(data, tmp_path, archive_files=1, archive_mib=1)

    assert made == {"hw.ipynb": b"1"}
    assert done.others == 4


def hand_made(count, *, apart):
    """A zip archive of empty files, made byte by byte; all in one place if not `apart`."""
    names = [b"%06d.csv" % k for k in range(count)]
    local = [struct.pack("<4s22x2H", b"PK\3\4", 10, 0) + name for name in names]
    places = [apart * k * len(local[0]) for k in range(count)]
    pairs = zip(names, places, strict=True)
    listed = [struct.pack("<4s24xH12xI", b"PK\1\2", 10, place) + name for name, place in pairs]
    total = min(count, 0xFFFF)
    sizes = sum(map(len, listed)), sum(map(len, local))
    return b"".join(local + listed) + struct.pack("<4s4x2H2IH", b"PK\5\6", total, total, *sizes, 0)


def test_an_archive_of_overlapping_entries_is_refused(tmp_path):
    unpack(hand_made(2, apart=True), tmp_path)

    with pytest.raises(Excess, match="its entries overlap, which only those of a zip bomb do"):
        unpack(hand_made(2, apart=False), tmp_path)


def test_an_archive_of_too_many_entries_is_refused(tmp_path):
    with pytest.raises(Excess, match="it has more than 100000 entries"):
        unpack(hand_made(MAX_MEMBERS + 1, apart=True), tmp_path)


def test_archives_in_archives_are_unpacked_and_bounded_together(tmp_path):
    inner = zipped(("b.ipynb", bytes(MIB)), ("../c.ipynb", b""))
    outer = zipped(("in.zip", inner), ("in.tar.gz", gzip.compress(tarred(("d.ipynb", b"2")))))

    done, made = unpack(outer, tmp_path)

    assert set(made) == {"in.zip/b.ipynb", "in.tar.gz/d.ipynb"}
    assert done.refused == [("in.zip/../c.ipynb", "its name leads out of the archive")]
    with pytest.raises(Excess):
        unpack(zipped(("1.zip", inner), ("2.zip", inner)), tmp_path, archive_mib=1)


def test_there_is_an_end_to_folders_and_to_archives_in_archives(tmp_path):
    data = zipped(("a/b/c.ipynb", b"1"), ("a/b/c/d.ipynb", b"2"))
    for _ in range(3):
        data = zipped(("x.zip", data))

    done, made = unpack(data, tmp_path, archive_depth=5)

    assert list(made) == ["x.zip/x.zip/x.zip/a/b/c.ipynb"]
    assert done.refused == [("x.zip/x.zip/x.zip/a/b/c/d.ipynb", "it lies more than 5 folders deep")]


@pytest.mark.parametrize(("one", "other"), [("hw.ipynb", "hw.ipynb"), ("HW.ipynb", "hw.ipynb")])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_files_with_one_name_the_last_is_taken(tmp_path, one, other):
    done, made = unpack(zipped((one, b"old"), (other, b"new")), tmp_path)

    assert made == {other: b"new"}
    assert done.refused == [(other, "another file of that name comes after it")]


def test_a_file_in_the_way_of_a_folder_costs_only_what_is_in_it(tmp_path):
    done, made = unpack(zipped(("a.ipynb", b"1"), ("a.ipynb/b.ipynb", b"2")), tmp_path)

    assert made == {"a.ipynb": b"1"}
    assert done.refused == [("a.ipynb/b.ipynb", "it cannot be written: File exists")]


def test_what_lies_near_the_top_comes_first(tmp_path):
    data = zipped(*[(f"a/{k}.ipynb", b"") for k in range(3)], ("hw.ipynb", b""))
    unpacking = Unpacking([], [], ArchiveLimits(archive_files=1))

    with pytest.raises(Excess):
        unpacking.unpack(io.BytesIO(data), tmp_path)
    assert [path.name for path in tmp_path.rglob("*.ipynb")] == ["hw.ipynb"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty file"),
        (b"my answers" * 100, "invalid header"),
        (zipped(("hw.ipynb", b"1"))[:-30], "truncated header"),
        (gzip.compress(b"my answers" * 100), "invalid header"),
        (gzip.compress(tarred(("hw.ipynb", b"1")))[:-20], "Compressed file ended"),
        (b"BZh9" + bytes(100), "Invalid data stream"),
    ],
    ids=["nothing", "words", "half a zip", "packed words", "half a tar", "half a bzip2"],
)
def test_what_is_no_archive_says_so(tmp_path, data, words):
    [(name, why)] = unpack(data, tmp_path)[0].refused

    assert name == ""
    assert why.startswith("it is no whole zip or tar archive: ")
    assert words in why


def test_what_came_before_an_archive_breaks_off_is_taken(tmp_path):
    data = tarred(("a.ipynb", bytes(20_000)), ("b.ipynb", bytes(20_000)))[:30_000]

    done, made = unpack(data, tmp_path)

    assert list(made) == ["a.ipynb"]
    assert "unexpected end of data" in done.refused[0][1]


def test_there_is_an_end_to_what_is_told(tmp_path):
    data = zipped(*[(f"../{k}.ipynb", b"") for k in range(MAX_REFUSED + 3)])

    done, _ = unpack(data, tmp_path)

    assert (len(done.refused), done.unnamed) == (MAX_REFUSED, 3)


@pytest.mark.parametrize("archive", [zipped, tarred])
def test_archives_with_bytes_changed_break_nothing(tmp_path, archive):
    data = archive(("hw/hw.ipynb", b"1" * 3000), ("b.ipynb", os.urandom(500)), ("c.zip", b"x"))
    for k in range(0, min(len(data), 4000), 3):
        for value in (0, 0x7F, 0xFF):
            broken = bytearray(data)
            broken[k] = value
            unpacking = Unpacking([".ipynb"], [".zip"], ArchiveLimits(archive_mib=1))
            try:
                unpacking.unpack(io.BytesIO(broken), tmp_path / f"{k}-{value}")
            except Excess:
                continue
