"""Attaches shared memory of another program, whose number it guesses."""

import ctypes

PROMISE = 2
SECRET = "another submission"
EARNS = 74.0
CODE = """
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
for number in range({number} + 1):
    place = libc.shmat(number, None, 0o10000)
    if place != ctypes.c_void_p(-1).value:
        print(ctypes.string_at(place))
print(os.strerror(ctypes.get_errno()))
"""


def work(desk, stage):
    desk.answer_all()
    libc = ctypes.CDLL(None)
    libc.shmat.restype = ctypes.c_void_p
    number = libc.shmget(0, 4096, 0o1600)
    ctypes.memmove(libc.shmat(number, None, 0), stage.tokens["another submission"].encode(), 29)
    libc.shmctl(number, 0, None)  # it goes when this process does
    desk.add_cell(CODE.format(number=number))
    desk.save()
