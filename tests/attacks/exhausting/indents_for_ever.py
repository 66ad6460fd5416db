"""Hands in cells of one line that begins with very many spaces."""

PROMISE = 6
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    for _ in range(12):
        desk.add_cell(f"x = 1\n{' ' * 49_000}x, y")
    desk.save()
