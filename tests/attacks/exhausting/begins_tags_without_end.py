"""Displays and writes HTML in which each tag begins and none ends."""

from nbformat.v4 import new_markdown_cell

PROMISE = 6
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    for unit in ("<a ", "<a b='", "<a/", "<!--", "<![CDATA[", "<1"):
        desk.add_cell(
            f"from IPython.display import HTML, display\ndisplay(HTML({unit!r} * 50_000))"
        )
    desk.notebook.cells.append(new_markdown_cell("<a " * 15_000))
    desk.save()
