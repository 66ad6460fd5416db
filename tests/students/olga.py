"""Olga's notebook is in the format of 2014."""

import nbformat

NEEDS_HUMAN = True


def work(desk):
    desk.answer_all()
    old = nbformat.convert(desk.notebook, 3)
    desk.file.write_text(nbformat.v3.writes_json(old))
