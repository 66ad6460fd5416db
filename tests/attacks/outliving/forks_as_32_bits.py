"""Forks by the call of 32-bit programs, which has another number."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import ctypes, mmap, os, time
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(bytes.fromhex("b802000000 cd80 c3"))
start = ctypes.addressof(ctypes.c_char.from_buffer(page))
if ctypes.CFUNCTYPE(ctypes.c_int)(start)() == 0:
    time.sleep(60)
    os._exit(0)
"""
    )
    desk.save()
