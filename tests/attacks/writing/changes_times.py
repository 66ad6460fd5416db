"""Makes the assignment's release look as old as Unix."""

PROMISE = 3
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
os.utime({str(stage.root / "course/release/rnn_gradients/rnn_gradients.ipynb")!r}, (0, 0))
"""
    )
    desk.save()
