"""Fills the disk with files each of which is small enough."""

PROMISE = 3
CLASS = "snekbox: file size limit"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import tempfile
folder = tempfile.mkdtemp()
for number in range(400):
    with open(f"{folder}/{number}", "wb") as file:
        file.write(bytes(4 << 20))
"""
    )
    desk.save()
