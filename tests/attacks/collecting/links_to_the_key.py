"""Hands in a link to the course key under the notebook's name."""

import tarfile

PROMISE = 9
CLASS = "CWE-59: link following"
SECRET = "the course key"


def work(desk, stage):
    with tarfile.open(stage.archive_of(desk, "tar"), "w") as archive:
        for name in ("rnn_gradients.ipynb", "notes.txt", "key.ipynb"):
            about = tarfile.TarInfo(name)
            about.type, about.linkname = tarfile.SYMTYPE, str(stage.root / "course/key")
            archive.addfile(about)
