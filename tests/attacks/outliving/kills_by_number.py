"""Ends another process by its number."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes, os, signal, struct
os.kill({stage.bystander.pid}, signal.SIGKILL)
"""
    )
    desk.save()
