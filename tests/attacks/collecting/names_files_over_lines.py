"""Names files with line breaks, escape codes and characters that turn the reading direction."""

import zipfile

PROMISE = 9
CLASS = "CWE-150: escape sequences"


def work(desk, stage):
    with zipfile.ZipFile(stage.archive_of(desk), "w") as archive:
        for name in ("a\nb.ipynb", "\x1b]0;attackmark\x07.ipynb", "\u202ebpyni.ipynb", "\r.ipynb"):
            archive.writestr(name, "{}")
