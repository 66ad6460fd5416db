"""Fills the memory that all processes share, in pieces that are small enough."""

PROMISE = 6
CLASS = "snekbox: test_multiprocessing_shared_memory"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
names = [f"/dev/shm/stage{{number}}" for number in range(20)]
try:
    for name in names:
        open(name, "wb").write(bytes(10 << 20))
        print({stage.boast})
finally:
    for name in names:
        os.remove(name)
"""
    )
    desk.save()
