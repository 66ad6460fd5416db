"""Turns the cell of an answer into text, as one stray key press does."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    cell = desk.cell("step_jacobian")
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]
    desk.save()
