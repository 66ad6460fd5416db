"""Leaves memory that stays when its process is gone."""

PROMISE = 5
CLASS = "snekbox: test_multiprocessing_shared_memory"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes
from multiprocessing import shared_memory
libc = ctypes.CDLL(None)
segment = libc.shmget(0, 4096, 0o1600)
if segment >= 0:
    print({stage.boast})
    libc.shmctl(segment, 0, None)
left = shared_memory.SharedMemory(create=True, size=4096)
print({stage.boast})
left.unlink()
"""
    )
    desk.save()
