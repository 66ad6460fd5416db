"""Unpacks to twenty thousand empty notebooks."""

import zipfile

PROMISE = 9
CLASS = "CWE-409: decompression bomb"


def work(desk, stage):
    with zipfile.ZipFile(stage.archive_of(desk), "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}.ipynb", "")
