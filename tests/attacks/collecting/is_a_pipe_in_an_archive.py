"""Packs a pipe and a device under the notebook's name, which block whoever reads."""

import tarfile

PROMISE = 9


def work(desk, stage):
    with tarfile.open(stage.archive_of(desk, "tar"), "w") as archive:
        for name, kind in (("rnn_gradients.ipynb", tarfile.FIFOTYPE), ("x", tarfile.CHRTYPE)):
            about = tarfile.TarInfo(name)
            about.type = kind
            archive.addfile(about)
