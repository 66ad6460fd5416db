"""Reserves the queue for reading and writing that the whole machine has one of."""

PROMISE = 6
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
context = ctypes.c_ulong()
if ctypes.CDLL(None).syscall(206, 1000, ctypes.byref(context)) == 0:  # io_setup
    print({stage.boast})
"""
    )
    desk.save()
