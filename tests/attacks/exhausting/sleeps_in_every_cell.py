"""Sleeps in each of forty cells, just less long than a cell may take."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"


def work(desk, stage):
    desk.answer_all()
    for _ in range(40):
        desk.add_cell("import time; time.sleep(1.8)")
    desk.save()
