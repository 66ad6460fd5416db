"""Opens as many files as it can, a hundred thousand times over."""

PROMISE = 6


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os
files = []
for _ in range(100_000):
    try:
        files.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        files.append(os.dup(0) if len(files) < 10 else -1)
"""
    )
    desk.save()
