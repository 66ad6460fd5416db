"""Gives the course key to somebody else."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
os.chown({str(stage.root / "course/key")!r}, 65534, 65534)
"""
    )
    desk.save()
