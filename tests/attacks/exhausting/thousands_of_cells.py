"""Uses up its time in a few cells and hands in three thousand more."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"


def work(desk, stage):
    desk.answer_all()
    for number in range(3000):
        desk.add_cell("while True: pass" if number < 15 else "pass")
    desk.save()
