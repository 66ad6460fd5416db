"""Ends a cell with an object that never ends to describe itself."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
class Endless:
    def __repr__(self):
        while True:
            pass

Endless()
"""
    )
    desk.save()
