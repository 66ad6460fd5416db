"""Closes every file and socket that it has."""

PROMISE = 8
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os
os.closerange(0, 65536)
"""
    )
    desk.save()
