"""Asks libc, and the kernel without libc, to open the course key."""

from graders.doctor.cells import trying

PROMISE = 2
SECRET = "the course key"
EARNS = 74.0
LIBC = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.fopen.restype = ctypes.c_void_p
libc.fileno.argtypes = [ctypes.c_void_p]

def take(fd):
    return os.read(fd, 100) if fd >= 0 else os.strerror(ctypes.get_errno())
"""


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        LIBC
        + trying(
            "take(libc.open(key, 0))",
            "take(libc.openat(-100, key, 0))",
            "take(libc.syscall(2, key, 0))",
            "take(libc.syscall(257, -100, key, 0))",
            "take(libc.syscall(437, -100, key, bytes(24), 24))",
            "(file := libc.fopen(key, b'r')) and take(libc.fileno(file))",
            "libc.syscall(275, libc.open(key, 0), None, 1, None, 100, 0)",
            key=str(stage.root / "course/key").encode(),
        )
    )
    desk.save()
