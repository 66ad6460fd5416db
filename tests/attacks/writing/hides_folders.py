"""Leaves folders that nobody may look into, with files in them."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os, tempfile
os.chdir(tempfile.mkdtemp())
for mode in (0o300, 0o100, 0):
    os.mkdir(f"hidden{mode}", 0o700 if not mode else mode | 0o300)
    open(f"hidden{mode}/file", "w").close()
os.umask(0o777)
os.mkdir("shut")
"""
    )
    desk.save()
