"""Writes a script into a cell of text."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
CLASS = "OWASP: cross-site scripting"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            "<script>attackmark()</script><scr<script>ipt>attackmark()</scr</script>ipt>"
        )
    )
    desk.save()
