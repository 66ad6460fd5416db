"""Names a folder in the archive so that its notebook counts as a neighbour's."""

import zipfile

PROMISE = 9


def work(desk, stage):
    with zipfile.ZipFile(stage.archive_of(desk), "w") as archive:
        for name in ("extracted/neighbour/notes.json", "extracted/neighbour/rnn_gradients.ipynb"):
            archive.writestr(name, "attackmark")
