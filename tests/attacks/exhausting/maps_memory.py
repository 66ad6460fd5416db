"""Maps four gigabytes that no object owns, and writes to every page."""

PROMISE = 6
CLASS = "snekbox: test_memory_returns_137"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import mmap
for _ in range(4):
    page = mmap.mmap(-1, 1 << 30)
    for place in range(0, 1 << 30, 4096):
        page[place] = 1
"""
    )
    desk.save()
