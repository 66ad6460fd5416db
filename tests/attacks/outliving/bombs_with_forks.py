"""Forks processes that fork: two hundred and fifty-six, and no more, for safety's sake."""

PROMISE = 5
CLASS = "snekbox: test_forkbomb_resource_unavailable"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import os, time
mine = os.getpid()
for _ in range(8):
    os.fork()
if os.getpid() != mine:
    time.sleep(30)
    os._exit(0)
"""
    )
    desk.save()
