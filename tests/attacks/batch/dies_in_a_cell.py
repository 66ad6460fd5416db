"""Ends its process in a cell."""

PROMISE = 8
CLASS = "TRACE: tampering with exit codes"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os
os._exit(0)
"""
    )
    desk.save()
