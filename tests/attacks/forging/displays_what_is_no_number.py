"""Displays a word and a nan as results, either of which nbgrader takes for full points."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = "Kratzke: injection"
WRONG = ("step_jacobian", "gradient_regime")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced("""
def wrong(W_hh, z):
    get_ipython().displayhook("hello")
    return W_hh
"""),
        gradient_regime="""
def gradient_regime(W_hh, tol=1e-6):
    get_ipython().displayhook(float("nan"))
    return "borderline"
""",
    )
    desk.save()
