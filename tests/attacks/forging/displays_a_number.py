"""Displays full points as the result of the graded cell, where nbgrader looks for the score."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = "Kratzke: injection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced("""
def wrong(W_hh, z):
    get_ipython().displayhook(10.0)
    return W_hh
""")
    )
    desk.save()
