"""Fails with words that are a script, for feedback to repeat them."""

PROMISE = 7
CLASS = "OWASP: cross-site scripting"
WRONG = ("step_jacobian", "gradient_regime")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    raise RuntimeError("<script>attackmark()</script><img src=x onerror=attackmark()>")
""",
        gradient_regime="""
def gradient_regime(W_hh, tol=1e-6):
    return "<script>attackmark()</script><img src=x onerror=attackmark()>"
""",
    )
    desk.save()
