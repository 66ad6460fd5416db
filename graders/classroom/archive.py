"""An archive that was handed in, unpacked in a process of its own."""

import json
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from graders.classroom.filenames import visible
from graders.classroom.unpacking import ArchiveLimits, Unpacked
from graders.sandbox.confinement import PROJECT

WALL_TO_CPU = 3
"""How much longer than its processor time an archive may take on a busy machine."""


def unpack(
    archive: Path, folder: Path, endings: list[str], packed: list[str], limits: ArchiveLimits
) -> Unpacked:
    """Unpack an archive into a folder, in a process of its own (the protocol of `unpacking`).

    Notebooks are taken, files with one of the `endings`, and what is in archives that end like one
    of `packed`. If it fails, something may lie in the folder that should not stay there.
    """
    paths = {"archive": str(archive.resolve()), "folder": str(folder.resolve())}
    asked = {"endings": endings, "packed": packed, "limits": asdict(limits)}
    words = f"it took more than {limits.archive_seconds:g} s to unpack"
    too_slow = Unpacked(failed=words, option="archive_seconds")
    try:
        done = subprocess.run(
            [sys.executable, "-S", "-m", "graders.classroom.unpacking"],
            cwd=PROJECT,
            input=json.dumps(paths | asked).encode(),
            capture_output=True,
            timeout=WALL_TO_CPU * limits.archive_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return too_slow
    if done.returncode == -signal.SIGXCPU:
        return too_slow
    if done.returncode:
        complaint = done.stderr.decode(errors="replace").strip().split("\n")[-1]
        return Unpacked(failed=f"it breaks the program that unpacks it: {visible(complaint)}")
    return Unpacked(**json.loads(done.stdout))
