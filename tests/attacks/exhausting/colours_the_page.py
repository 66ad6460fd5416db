"""Prints a million coloured letters, each of which is a tag on a page."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
print("\\x1b[1ma\\x1b[31mb" * 500_000)
"""
    )
    desk.save()
