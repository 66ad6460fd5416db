"""Edits the locked cells, and breaks what they define."""

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    for cell in desk.notebook.cells:
        known = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and known.get("locked"):
            cell.source = "this was in the way"
    desk.save()
