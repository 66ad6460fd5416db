"""Gus hands the notebook in as he fetched it."""

LOST = "everything"


def work(desk):
    desk.save()
