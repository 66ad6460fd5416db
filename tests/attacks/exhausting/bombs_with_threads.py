"""Starts eight thousand threads, and no more, for safety's sake."""

PROMISE = 6
CLASS = "snekbox: test_forkbomb_resource_unavailable"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import threading
threading.stack_size(32768)
for_ever = threading.Event()
for _ in range(8000):
    threading.Thread(target=for_ever.wait, daemon=True).start()
"""
    )
    desk.save()
