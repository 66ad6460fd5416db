"""Hands in half an archive, after which others' would be left lying."""

import zipfile

PROMISE = 9


def work(desk, stage):
    path = stage.archive_of(desk)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("rnn_gradients.ipynb", "{}" * 1000)
    path.write_bytes(path.read_bytes()[:900])
