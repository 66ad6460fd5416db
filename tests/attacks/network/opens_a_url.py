"""Fetches a page, as one reads a table from the web."""

PROMISE = 4
CLASS = "snekbox: no network"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import urllib.request
urllib.request.urlopen("http://127.0.0.1:{stage.tcp_port}/", timeout=1)
"""
    )
    desk.save()
