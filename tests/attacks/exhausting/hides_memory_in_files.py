"""Keeps four gigabytes in files that exist in memory only."""

PROMISE = 6
CLASS = "snekbox: test_memory_returns_137"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os
for number in range(400):
    os.write(os.memfd_create(str(number)), bytes(10 << 20))
"""
    )
    desk.save()
