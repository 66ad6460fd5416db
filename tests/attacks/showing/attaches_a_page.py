"""Attaches a drawing that acts to a cell of text, and shows it there."""

from base64 import b64encode

from nbformat.v4 import new_markdown_cell

PROMISE = 7
EARNS = 74.0


DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'><script>attackmark()</script></svg>"


def work(desk, stage):
    desk.answer_all()
    cell = new_markdown_cell("![x](attachment:x.svg) <object data='attachment:attackmark.svg'>")
    cell.attachments = {"x.svg": {"image/svg+xml": b64encode(DRAWING.encode()).decode()}}
    desk.notebook.cells.append(cell)
    desk.save()
