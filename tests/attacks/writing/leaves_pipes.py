"""Leaves pipes, at which whoever copies the folder would wait for ever."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os
for number in range(5):
    os.mkfifo(f"figure{number}.png")
"""
    )
    desk.save()
