"""Displays a hundred thousand small things."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
from IPython.display import HTML, display
for number in range(100_000):
    display(HTML(f"<b>{number}</b>"))
"""
    )
    desk.save()
