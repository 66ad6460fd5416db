"""Tess works in another kernel, with another notebook in the folder; her answers are right."""

NEEDS_HUMAN = True


def work(desk):
    desk.answer_all()
    desk.notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    desk.save()
    (desk.folder / "notes.ipynb").write_text('{"cells": [], "nbformat": 4, "metadata": {}}')
