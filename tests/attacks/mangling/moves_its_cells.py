"""Moves every cell to another place."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.reverse()
    desk.save()
