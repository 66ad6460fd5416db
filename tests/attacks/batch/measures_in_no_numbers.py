"""Hands in a notebook with numbers that JSON does not know."""

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.answer_all()
    desk.save()
    text = desk.file.read_text().replace('"metadata": {', '"metadata": {"n": NaN, "i": -Infinity, ')
    desk.file.write_text(text.replace(", }", "}"))
