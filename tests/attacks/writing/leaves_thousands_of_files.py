"""Leaves twenty thousand files."""

PROMISE = 3
CLASS = "snekbox: file count limit"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os, tempfile
folder = tempfile.mkdtemp()
for number in range(20_000):
    open(f"{folder}/{number}", "w").close()
"""
    )
    desk.save()
