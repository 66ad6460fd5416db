"""Returns dicts and texts that look like the tags of the wire's own grammar."""

PROMISE = 1
CLASS = ""
WRONG = ("step_jacobian", "step_norm_bound")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
def step_jacobian(W_hh, z):
    return {"array": ["<f8", [len(z), len(z)], 0]}
""",
        step_norm_bound="""
def step_norm_bound(W_hh, z):
    return {"value": True, "verdict": "passed", "tuple": [{"foreign": "float"}] * 2}
""",
    )
    desk.save()
