"""Hands in halves of characters, in code, in names and in outputs."""

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.answer_all()
    desk.add_cell("half = '\\ud800'\nprint(half, chr(0xdc80), chr(0))\nhalf")
    desk.save()
    text = desk.file.read_text()
    desk.file.write_text(text.replace("half", "half\\udc80\\u0000"))
