"""Takes memory bit by bit, and uses it."""

PROMISE = 6
CLASS = "snekbox: test_memory_returns_137"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
hoard = [bytearray(b"x") * (64 << 20) for _ in range(64)]
"""
    )
    desk.save()
