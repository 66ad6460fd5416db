"""Puts another page into the page."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            "<iframe srcdoc='<script>attackmark()</script>'></iframe>"
            "<object data='data:text/html,attackmark'></object><embed src='//attackmark.example'>"
        )
    )
    desk.save()
