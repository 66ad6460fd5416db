"""Styles the page so that a score of its own lies over ours."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
CLASS = "OWASP: content spoofing"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            "<style>body::after { content: 'attackmark: 74/74'; position: fixed; inset: 0 }</style>"
            "<div style='position:fixed;inset:0;background:url(//attackmark.example)'>74/74</div>"
        )
    )
    desk.save()
