"""Sets a hundred thousand timers, of which a user's processes share a supply."""

PROMISE = 6
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
libc, timer = ctypes.CDLL(None), ctypes.c_void_p()
made = sum(libc.timer_create(0, None, ctypes.byref(timer)) == 0 for _ in range(100_000))
if made > 1000:
    print({stage.boast})
"""
    )
    desk.save()
