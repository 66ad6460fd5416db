"""Leaves folders nested three thousand deep, further than a path can reach."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os, tempfile
top = os.getcwd()
os.chdir(tempfile.mkdtemp())
for _ in range(3000):
    os.mkdir("down")
    os.chdir("down")
os.chdir(top)
"""
    )
    desk.save()
