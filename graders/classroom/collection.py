"""What is taken out of the exchange, where students can leave whatever they like."""

import os
import shutil
import stat
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from nbgrader.exchange import default

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
        with tempfile.TemporaryDirectory(prefix="collected-") as folder:
            try:
                plain = _plain_copy(src, Path(folder) / "plain")
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


def _plain_copy(source: str, copy: Path) -> Path:
    """A copy of a folder without links, pipes and devices."""
    # What was a file a moment ago may be a link now.
    carefully = partial(shutil.copy2, follow_symlinks=False)
    shutil.copytree(source, copy, symlinks=True, ignore=_odd, copy_function=carefully)
    return copy


def _odd(folder: str, names: list[str]) -> list[str]:
    """Those of the names in a folder that are neither files nor folders."""
    modes = {name: os.lstat(os.path.join(folder, name)).st_mode for name in names}
    return [
        name for name, mode in modes.items() if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
    ]
