"""Ends a cell with an object that takes a hundred megabytes to write down."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
class Talker:
    def __repr__(self):
        return "I " * (50 << 20)

Talker()
"""
    )
    desk.save()
