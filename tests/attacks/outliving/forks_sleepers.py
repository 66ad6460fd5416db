"""Forks processes that sleep longer than grading lasts."""

PROMISE = 5
CLASS = "snekbox: test_multiprocessing_shared_memory"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os, time
for _ in range(20):
    if not os.fork():
        time.sleep(60)
        os._exit(0)
"""
    )
    desk.save()
