"""Opens the course key only while it is graded, and tells of it in answers and in exceptions."""

PROMISE = 2
SECRET = "the course key"
EARNS = 48.0


def work(desk, stage):
    desk.answer_all()
    key = str(stage.root / "course/key")
    desk.answer(
        step_jacobian=f"def step_jacobian(W_hh, z):\n    return open({key!r}).read()",
        gradient_regime=f"""
def gradient_regime(W_hh, tol=1e-6):
    try:
        word = open({key!r}).read()
    except OSError as error:
        word = str(error)
    raise RuntimeError(word)
""",
    )
    desk.save()
