"""Has cells that ask for input, install packages and call the shell."""

from nbformat.v4 import new_code_cell

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    for source in (
        "%pip install numpy",
        "!ls",
        "name = input('your name?')",
        "%%bash\nls",
        "%who?",
    ):
        desk.notebook.cells.insert(0, new_code_cell(source))
    desk.save()
