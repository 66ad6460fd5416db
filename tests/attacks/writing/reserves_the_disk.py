"""Reserves four gigabytes for a file that stays empty."""

PROMISE = 3
CLASS = "snekbox: file size limit"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import ctypes, os, tempfile
handle, _ = tempfile.mkstemp()
size = ctypes.c_long(4 << 30)
ctypes.CDLL(None).fallocate(handle, 1, ctypes.c_long(0), size)  # FALLOC_FL_KEEP_SIZE
"""
    )
    desk.save()
