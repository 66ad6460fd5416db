"""Gives a file of the home folder a second name in its own folder, and writes to that."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
os.link({str(stage.home / ".ssh/id_stage")!r}, "mine")
open("mine", "a").write("me too")
"""
    )
    desk.save()
