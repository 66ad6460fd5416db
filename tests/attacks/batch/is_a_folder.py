"""Hands in a folder with the notebook's name, and links round in circles."""

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.file.unlink()
    desk.file.mkdir()
    (desk.file / "round").symlink_to(desk.file)
    (desk.folder / "self").symlink_to("self")
