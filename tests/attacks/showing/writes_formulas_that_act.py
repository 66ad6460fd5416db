"""Has MathJax make a link of a formula that runs a script."""

from nbformat.v4 import new_markdown_cell

PROMISE = 7
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(
        new_markdown_cell(
            r"$\href{javascript:attackmark()}{x}$ "
            r"$$\style{background:url(//attackmark.example)}{x}$$"
        )
    )
    desk.save()
