"""Decomposes a matrix for minutes, in C, where no signal is heard."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import numpy as np

def step_jacobian(W_hh, z):
    return np.linalg.svd(np.random.rand(5000, 5000))
"""
    )
    desk.save()
