"""Deletes all cells but the answers."""

PROMISE = 10
CLASS = "nbgrader#1083"
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    about = [(cell, cell.metadata.get("nbgrader", {})) for cell in desk.notebook.cells]
    desk.notebook.cells = [cell for cell, known in about if known.get("solution")]
    desk.save()
