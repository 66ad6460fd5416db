"""Traces another process, which is to die with it."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
ctypes.CDLL(None).ptrace(0x4206, {stage.bystander.pid}, 0, 0x100000)  # SEIZE, EXITKILL
"""
    )
    desk.save()
