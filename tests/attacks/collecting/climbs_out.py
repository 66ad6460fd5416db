"""Names files so that unpacking them would write above the folder of archives."""

import zipfile

PROMISE = 9
CLASS = "CWE-22: path traversal"


def work(desk, stage):
    with zipfile.ZipFile(stage.archive_of(desk), "w") as archive:
        for name in (
            "../../../../../nbgrader_config.py",
            "../../../../submitted/neighbour/rnn_gradients/notes.json",
            str(stage.home / "letters.txt"),
            "..\\..\\..\\..\\..\\nbgrader_config.py",
        ):
            archive.writestr(name, "attackmark")
