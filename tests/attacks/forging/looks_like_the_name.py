"""Defines the function under a name that differs in letters nobody can tell apart."""

PROMISE = 1
CLASS = "Kratzke: evasion"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    right = desk.solution("step_jacobian")
    desk.answer(step_jacobian=right.replace("def step_jacobian", "def step_jac\u043ebian"))
    desk.save()
