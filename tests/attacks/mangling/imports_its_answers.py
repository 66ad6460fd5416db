"""Writes answers into a file of its own and imports them all, without the cells for them."""

from nbformat.v4 import new_code_cell

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    names = ("step_jacobian", "immediate_gradient")
    sources = "\n\n".join(["import numpy as np", *map(desk.solution, names)])
    desk.notebook.cells = [
        cell
        for cell in desk.notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") not in names
    ]
    desk.notebook.cells[1:1] = [
        new_code_cell(f"%%writefile mine.py\n{sources}"),
        new_code_cell("from mine import *"),
    ]
    desk.save()
