"""Splits a function over two cells, the first of which is no Python."""

from nbformat.v4 import new_code_cell

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    cell = desk.cell("step_jacobian")
    place, lines = desk.notebook.cells.index(cell), cell.source.splitlines(keepends=True)
    half = len(lines) - 1
    cell.source = "".join(lines[:half])
    desk.notebook.cells.insert(place + 1, new_code_cell("".join(lines[half:])))
    desk.save()
