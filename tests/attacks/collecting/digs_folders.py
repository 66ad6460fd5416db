"""Nests folders deeper than paths are long."""

import zipfile

PROMISE = 9


def work(desk, stage):
    with zipfile.ZipFile(stage.archive_of(desk), "w") as archive:
        archive.writestr("d/" * 3000 + "rnn_gradients.ipynb", "{}")
