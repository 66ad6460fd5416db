"""Leaves threads that are no daemons and compute for ever."""

PROMISE = 5


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import threading
def compute():
    while True:
        sum(range(1000))
for _ in range(4):
    threading.Thread(target=compute, daemon=False).start()
"""
    )
    desk.save()
