"""Hands in a notebook in which millions of things begin and none of them ends."""

PROMISE = 6


def work(desk, stage):
    desk.file.write_text('{"a":"' * 1_200_000)
