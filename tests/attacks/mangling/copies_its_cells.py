"""Has every answer twice, the stub before it with the same id."""

from copy import deepcopy

PROMISE = 10
RIGHT = True


def work(desk, stage):
    stubs = deepcopy(desk.notebook.cells)
    for cell in stubs:
        cell.id += "-before"
    desk.answer_all()
    pairs = zip(stubs, desk.notebook.cells, strict=True)
    desk.notebook.cells = [cell for pair in pairs for cell in pair]
    desk.save()
