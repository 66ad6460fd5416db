"""Asks the kernel not to end it when the process that started it ends."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
if ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) == 0:  # PR_SET_PDEATHSIG
    print({stage.boast})
"""
    )
    desk.save()
