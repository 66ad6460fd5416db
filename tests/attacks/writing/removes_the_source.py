"""Removes the assignment's source, with all the solutions."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
os.remove({str(stage.root / "assignments/rnn_gradients/rnn_gradients.ipynb")!r})
"""
    )
    desk.save()
