"""Prints sixty megabytes on one line."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
print("x" * (60 << 20))
"""
    )
    desk.save()
