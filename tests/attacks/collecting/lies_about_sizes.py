"""Says that its files are small, and unpacks to a gigabyte."""

import zipfile

PROMISE = 9
CLASS = "CWE-409: decompression bomb"


def work(desk, stage):
    path = stage.archive_of(desk)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rnn_gradients.ipynb", bytes(1 << 30))
    packed = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = packed.index(mark) + place
        packed[start : start + 4] = (10).to_bytes(4, "little")
    path.write_bytes(packed)
