"""Mia renames her notebook, and leaves another one beside it."""

NEEDS_HUMAN = True


def work(desk):
    desk.answer_all()
    desk.save()
    desk.file.rename(desk.folder / "Homework (final).ipynb")
    (desk.folder / "scratch.ipynb").write_text('{"cells": [], "nbformat": 4, "metadata": {}}')
