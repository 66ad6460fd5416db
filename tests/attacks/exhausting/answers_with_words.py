"""Answers with one long word among short ones, for each of which an array has as much room."""

PROMISE = 6
WRONG = ("step_jacobian", "step_norm_bound")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    return ["x" * 7_000_000, *["y"] * 90_000]
""",
        step_norm_bound="""
def step_norm_bound(W_hh, z):
    return (["x" * 7_000_000, *["y"] * 90_000], 1.0)
""",
    )
    desk.save()
