"""Is a notebook of version 3, with worksheets."""

import nbformat

PROMISE = 10
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    nbformat.write(nbformat.convert(desk.notebook, 3), desk.file, version=nbformat.NO_CONVERT)
