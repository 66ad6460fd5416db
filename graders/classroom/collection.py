"""What is taken out of the exchange, where students can leave whatever they like."""

import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.exchange import default

BLOCK_BYTES = 1 << 16
LEAST_BYTES = 100
"""What a file or folder counts for beside what is in it."""
NO_FILE = (errno.ELOOP, errno.ENXIO)
"""What the kernel says of a link and of a socket that is to be opened."""
FIRST = "1970-01-01 00:00:00 UTC"


class Collect(default.ExchangeCollect):
    """nbgrader's collect, which follows no link and which nothing in the exchange can stop.

    A link could lead to a classmate's notebook: whoever made it would be graded for that one.
    """

    def init_src(self) -> None:
        """Find the submissions; what is no folder is none, and could lead to somebody else's."""
        super().init_src()
        folders = []
        for record in self.src_records:
            path = os.path.join(self.inbound_path, record["filename"])
            if stat.S_ISDIR(os.lstat(path).st_mode):
                folders.append(record)
            else:
                self.log.warning("needs a human: %s was not collected: it is no folder", path)
        self.src_records = folders

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy the files and folders of a submission; what else is in it stays where it is."""
        most = 1000 * self.coursedir.max_dir_size
        with tempfile.TemporaryDirectory(prefix="collected-") as folder:
            try:
                plain = _plain_copy(src, Path(folder) / "plain", most)
                super().do_copy(str(plain), dest, log)
            except (OSError, RuntimeError) as error:
                shutil.rmtree(dest, ignore_errors=True)
                self.log.warning("needs a human: %s was not collected: %s", src, error)

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """What a folder's name says of a submission; a time that nobody can read is the first."""
        try:
            return super()._path_to_record(path)
        except (ValueError, OverflowError):
            self.log.warning("needs a human: %s has no time that can be read", path)
            student, assignment, *_ = os.path.basename(path).rsplit("+", 3)
            return super()._path_to_record(f"{student}+{assignment}+{FIRST}") | {
                "filename": os.path.basename(path)
            }


def _plain_copy(source: str, copy: Path, most_bytes: int) -> Path:
    """A copy of a folder without links, pipes and devices. Raises RuntimeError if it is too large.

    All is opened from within the folder above it and looked at then: students can put a link in the
    place of what was a file or a folder a moment ago.
    """
    left, folder = most_bytes, os.open(source, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        for parent, folders, names, inside in os.fwalk(".", dir_fd=folder):
            (copy / parent).mkdir()
            left -= LEAST_BYTES * (len(folders) + len(names))
            for name in names:
                left -= _copied_bytes(name, inside, copy / parent / name, left)
    finally:
        os.close(folder)
    return copy


def _copied_bytes(name: str, folder: int, copy: Path, most_bytes: int) -> int:
    """How much of what is called `name` in an open folder was copied: nothing if it is no file."""
    try:
        opened = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as error:
        if error.errno in NO_FILE:
            return 0
        raise
    with open(opened, "rb") as file:
        if stat.S_ISREG(os.fstat(opened).st_mode):
            with copy.open("xb") as written:
                while block := file.read(BLOCK_BYTES):
                    if written.tell() + len(block) > most_bytes:
                        raise RuntimeError("Directory size is too big")
                    written.write(block)
                return written.tell()
    return 0
