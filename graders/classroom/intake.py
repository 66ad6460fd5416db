"""nbgrader's zip_collect, which nothing that is handed in can harm or stop.

Archives are unpacked within limits. What had to be left out is said in one line per archive when
the command ends, after all that nbgrader has to say.
"""

import atexit
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby
from logging import Logger
from pathlib import Path

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from traitlets import Dict, List, Unicode

from graders.classroom import archive
from graders.classroom.filenames import (
    is_notebook,
    trouble_with_path,
    trouble_with_student,
    visible,
)
from graders.classroom.unpacking import MIB, ArchiveLimits, Unpacked

LIMITS = tuple(ArchiveLimits.__dataclass_fields__)
MAX_NAMED = 3
LOOK = "look into it, or ask for another one"


class LastWords:
    """What needs a human, said when nbgrader's command ends: before, it would scroll away."""

    def __init__(self, log: Logger) -> None:
        self._log = log
        self._lines: list[str] = []

    def add(self, line: str) -> None:
        """Have a line said in the end, once."""
        if not self._lines:
            atexit.register(self._say)
        if line not in self._lines:
            self._lines.append(line)

    def _say(self) -> None:
        for line in self._lines:
            self._log.warning("needs a human: %s", line)


class Extractor(ExtractorPlugin):
    """Unpacks the archives of a class; only what the collector takes is unpacked at all."""

    limits = Dict(help="Limits of archives that differ from the defaults.").tag(config=True)
    zip_ext = List(
        Unicode(),
        [".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz"],
        help="Endings of the archives that are unpacked.",
    ).tag(config=True)

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack or copy what lies in one folder into another, student by student."""
        self._from, self._to = Path(archive_path), Path(extracted_path)
        self._limits = ArchiveLimits(**self.limits)
        self._left_bytes = self._limits.archives_mib * MIB
        last_words = LastWords(self.log)
        paths = sorted(path.relative_to(self._from) for path in self._from.rglob("*"))
        ours = [path for path in paths if not _is_hidden(path)]
        if not ours:
            self.log.warning("No files found in directory: %s", archive_path)
        for student, paths in groupby(ours, key=lambda path: path.parts[0]):
            taken = {path: self._take(path) for path in paths}
            told = [line for path in taken for line in _told(path, taken[path])]
            if not told and not any(one.files for one in taken.values()):
                told = [f"{visible(student)}: there is no notebook in it; {LOOK}"]
            for line in told:
                last_words.add(line)

    def _take(self, path: Path) -> Unpacked:
        """Unpack an archive, or copy a file, or leave out what is neither."""
        file = self._from / path
        if file.is_symlink() or not (file.is_file() or file.is_dir()):
            return Unpacked(failed="it is a link, or no file")
        if file.is_dir():
            return Unpacked()
        if trouble := trouble_with_path(str(path)):
            return Unpacked(failed=trouble)
        if path.name.lower().endswith(tuple(self.zip_ext)):
            return self._unpack(path)
        if not (is_notebook(path.name) or path.suffix in self._endings):
            return Unpacked(others=1)
        most = self._limits.archive_file_mib
        if file.stat().st_size > most * MIB:
            return Unpacked(failed=f"it is larger than {most} MiB", option="archive_file_mib")
        (self._to / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, self._to / path)
        return Unpacked(files=1)

    def _unpack(self, path: Path) -> Unpacked:
        """Unpack one archive; of one that exceeds a limit nothing stays."""
        folder = self._to / path.with_name(path.stem.removesuffix(".tar"))
        if folder.exists():
            return Unpacked(failed="something else has the same name but for its ending")
        self.log.info("Extracting from: %s", self._from / path)
        self.log.info("  Extracting to: %s", folder)
        folder.mkdir(parents=True)
        whole, left = self._limits.archive_mib, self._left_bytes // MIB
        limits = replace(self._limits, archive_mib=min(whole, left))
        taken = archive.unpack(self._from / path, folder, self._endings, self.zip_ext, limits)
        if not taken.files or taken.failed:
            shutil.rmtree(folder)
        if taken.failed:
            if taken.option == "archive_mib" and left < whole:
                words = f"all archives together unpack to more than {self._limits.archives_mib} MiB"
                return replace(taken, failed=words, option="archives_mib")
        else:
            self._left_bytes -= taken.size
            self.log.info("  %d taken, %d of other kinds left in it", taken.files, taken.others)
        return taken

    @property
    def _endings(self) -> list[str]:
        return list(getattr(self.parent.collector_plugin_inst, "valid_ext", ()))


def _told(path: Path, taken: Unpacked) -> Iterator[str]:
    """What a human should know of one archive or file, in a line."""
    name = visible(str(path))
    if taken.failed:
        advice = f"raise {taken.option} in nbgrader_config.py, {LOOK}" if taken.option else LOOK
        yield f"{name} was not taken: {taken.failed}; {advice}"
    elif taken.refused:
        named = [f"`{what}` ({why})" if what else why for what, why in taken.refused[:MAX_NAMED]]
        more = len(taken.refused) - len(named) + taken.unnamed
        named += [f"{more} more"] * bool(more)
        yield f"{name} was not taken as a whole: {', '.join(named)}; {LOOK}"


def _is_hidden(path: Path) -> bool:
    """Whether it is Jupyter's or macOS's own, and nobody's work."""
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


class Collector(FileNameCollectorPlugin):
    """Says which file is whose; no two files of a student get one name, which stops nbgrader."""

    def __init__(self, **traits: object) -> None:
        super().__init__(**traits)
        self._last_words = LastWords(self.log)
        self._names: defaultdict[str, set[str]] = defaultdict(set)

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Whose file it is, and what it is to be called; None if it is not to be collected."""
        path = Path(submitted_file)
        if not (is_notebook(path.name) or path.suffix in self.valid_ext):
            return None
        found = self._match(submitted_file)
        if not found:
            if not _is_hidden(Path(*path.parts[-2:])):
                words = "is nobody's: put it into a folder or archive named like its student"
                self._last_words.add(f"{visible(path.name)} {words}")
            return None
        student, name = found["student_id"], found["file_id"]
        if trouble := trouble_with_student(student) or trouble_with_path(name):
            words = f"the work of {visible(student)} was not taken: {trouble}; rename it"
            self._last_words.add(words)
            return None
        if not found.get("timestamp"):  # nbgrader takes the newest of one name
            found["file_id"] = self._own_name(student, os.path.splitext(name)[0], path)
        return found

    def _own_name(self, student: str, stem: str, path: Path) -> str:
        """The name of a file in the one folder that its student hands in.

        Of files with one name the one that lies nearest to the top keeps it; others are numbered.
        """
        folder = Path(str(path)[: re.match(self.named_regexp, str(path)).end("student_id")])
        files = [file for file in folder.rglob("*") if not _is_hidden(file.relative_to(folder))]
        rivals = [file for file in files if file.name == path.name]
        keeps = path == min(rivals, key=lambda file: (len(file.parts), file), default=path)
        taken = self._names[student] | {file.name for file in files}
        numbered = (f"{stem} ({k}){path.suffix}" for k in count(2))
        name = f"{stem}{path.suffix}"
        if not keeps or name in self._names[student]:
            name = next(other for other in numbered if other not in taken)
        self._names[student].add(name)
        return name
