"""Hands in a link to a neighbour's notebook, whose text feedback would then show."""

import nbformat

PROMISE = 2
CLASS = "Kratzke: redirection"
SECRET = "another submission"
EARNS = 0.0


def work(desk, stage):
    theirs = stage.root / "course/submitted/neighbour" / desk.folder.name / desk.file.name
    note = nbformat.v4.new_markdown_cell(stage.tokens["another submission"])
    nbformat.write(nbformat.v4.new_notebook(cells=[*desk.notebook.cells, note]), theirs)
    desk.file.unlink()
    desk.file.symlink_to(theirs)
