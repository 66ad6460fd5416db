"""Hands in a pipe instead of a notebook, at which a reader would wait for ever."""

import os

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.file.unlink()
    os.mkfifo(desk.file)
