"""Hands in a notebook in a language of no computer, in bytes of no alphabet."""

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.file.write_bytes(b"\xff\xfe" + bytes(range(256)) * 100)
