"""Answers with arrays that NumPy never shortens when it prints them, and with very many of them."""

PROMISE = 6
WRONG = ("step_jacobian", "step_norm_bound")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import numpy as np

def step_jacobian(W_hh, z):
    return np.ones((6,) * 8, bool)
""",
        step_norm_bound="""
import numpy as np

def step_norm_bound(W_hh, z):
    return [np.full(60, 0.1 * k, np.float16) for k in range(50_000)]
""",
    )
    desk.save()
