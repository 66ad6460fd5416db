"""Prints in each of a hundred cells as much as one cell may."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"


def work(desk, stage):
    desk.answer_all()
    for _ in range(100):
        desk.add_cell("print('<' * (3 << 20))")
    desk.save()
