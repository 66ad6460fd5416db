"""Raises a number to a power for minutes, in C, where no signal is heard."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    return 7 ** 7 ** 9
"""
    )
    desk.save()
