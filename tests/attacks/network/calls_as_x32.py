"""Opens a socket by the calls of a third kind of program, x32."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
if ctypes.CDLL(None).syscall(0x40000000 + 41, 2, 1, 0) >= 0:
    print({stage.boast})
"""
    )
    desk.save()
