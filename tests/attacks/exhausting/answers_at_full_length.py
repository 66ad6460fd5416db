"""Answers with arrays as large as can be sent."""

PROMISE = 6
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import numpy as np

def step_jacobian(W_hh, z):
    return np.zeros(2_000_000)
"""
    )
    desk.save()
