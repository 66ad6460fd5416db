"""Raises an exception with a hundred megabytes to say."""

PROMISE = 6
CLASS = "snekbox: test_large_output_is_truncated"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    raise ValueError("I " * (50 << 20))
"""
    )
    desk.save()
