"""Hangs event handlers on what is harmless to look at."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
CLASS = "OWASP: cross-site scripting"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            "<img src=x onerror=attackmark()> <b onmouseover='attackmark()'>touch</b>"
            "<details open ontoggle=attackmark()><summary>x</summary></details>"
        )
    )
    desk.save()
