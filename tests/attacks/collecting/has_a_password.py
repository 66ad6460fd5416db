"""Hands in an archive that says it is encrypted."""

import zipfile

PROMISE = 9


def work(desk, stage):
    path = stage.archive_of(desk)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("rnn_gradients.ipynb", "{}")
    packed = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + place] |= 1
    path.write_bytes(packed)
