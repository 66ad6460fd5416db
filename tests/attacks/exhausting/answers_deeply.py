"""Answers with lists in lists, and with lists that hold themselves."""

PROMISE = 6
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    knot, deep = [], []
    knot.append(knot)
    for _ in range(100_000):
        deep = [deep]
    return [knot, deep, [0] * 1_000_000]
"""
    )
    desk.save()
