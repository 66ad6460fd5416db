"""Writes to the descriptors of the streams, past whatever Python has put there."""

PROMISE = 6
CLASS = "snekbox: test_stdout_flood_results_in_graceful_sigterm"


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os
for _ in range(2000):
    os.write(1, b"x" * (1 << 16))
    os.write(2, b"x" * (1 << 16))
"""
    )
    desk.save()
