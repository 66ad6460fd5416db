"""Loads a picture from elsewhere when the page is read."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            "<img src='//attackmark.example/pixel.png'> ![](https://attackmark.example/pixel.png)\n\n"
            "<video poster='//attackmark.example/p.png'></video>"
        )
    )
    desk.save()
