"""Makes a link to a folder in the archive, then writes a file through it."""

import io
import tarfile

PROMISE = 9
CLASS = "CWE-59: link following"


def work(desk, stage):
    with tarfile.open(stage.archive_of(desk, "tar"), "w") as archive:
        link = tarfile.TarInfo("way")
        link.type, link.linkname = tarfile.SYMTYPE, str(stage.home)
        archive.addfile(link)
        file = tarfile.TarInfo("way/letters.txt")
        file.size = 10
        archive.addfile(file, io.BytesIO(b"attackmark"))
