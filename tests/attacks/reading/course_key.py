"""Opens the course key, from which all random draws follow, and prints it."""

PROMISE = 2


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(f"print(open({str(stage.root / 'course' / 'key')!r}).read())")
    desk.save()
