"""Hands in JSON that is nested a hundred thousand deep."""

PROMISE = 8
CLASS = "nbgrader#1941"


def work(desk, stage):
    desk.file.write_text('{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}")
