"""As climbs_out, in a tar archive, which Python unpacked wherever it said."""

import io
import tarfile

PROMISE = 9
CLASS = "CWE-22: path traversal"


def work(desk, stage):
    with tarfile.open(stage.archive_of(desk, "tar"), "w") as archive:
        for name in ("../../../../../nbgrader_config.py", str(stage.home / "letters.txt")):
            about = tarfile.TarInfo(name)
            about.size = 10
            archive.addfile(about, io.BytesIO(b"attackmark"))
