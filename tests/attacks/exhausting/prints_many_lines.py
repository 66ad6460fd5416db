"""Prints a million lines, to both streams."""

PROMISE = 6
CLASS = "snekbox: test_stdout_flood_results_in_graceful_sigterm"


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import sys
for number in range(1_000_000):
    print(number)
    print(number, file=sys.stderr)
"""
    )
    desk.save()
