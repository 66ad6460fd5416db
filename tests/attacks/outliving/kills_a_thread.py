"""Ends another process by the number of its first thread."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes, os, signal, struct
ctypes.CDLL(None).syscall(200, {stage.bystander.pid}, signal.SIGKILL)  # tkill
"""
    )
    desk.save()
