"""Was saved by a program that drops metadata and ids of cells."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    for cell in desk.notebook.cells:
        cell.metadata = {}
        cell.pop("id", None)
    desk.notebook.nbformat_minor = 4
    desk.save()
