"""Sleeps a minute when it is to end: in exit handlers, in finalizers, in its last thread."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import atexit, threading, time

class Slow:
    def __del__(self):
        time.sleep(60)

slow = Slow()
atexit.register(time.sleep, 60)
threading.Thread(target=time.sleep, args=(60,)).start()
"""
    )
    desk.save()
