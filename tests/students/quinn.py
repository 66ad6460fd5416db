"""Quinn hands in a folder without a notebook."""

LOST = "everything"
NEEDS_HUMAN = True


def work(desk):
    desk.file.rename(desk.folder / f"{desk.file.name}.txt")
