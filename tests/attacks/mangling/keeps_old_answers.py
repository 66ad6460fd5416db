"""Keeps wrong answers of before in cells that are not run, below the right ones."""

from nbformat.v4 import new_code_cell

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    for magic, name in (("writefile old.py", "step_jacobian"), ("script false", "step_norm_bound")):
        desk.notebook.cells.append(
            new_code_cell(f"%%{magic}\ndef {name}(W_hh, z):\n    return 2 * W_hh")
        )
    desk.save()
