"""Empties the course key without opening it."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
os.truncate({str(stage.root / "course/key")!r}, 0)
"""
    )
    desk.save()
