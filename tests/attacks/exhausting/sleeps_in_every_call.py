"""Answers every call rightly, a little before it would be stopped."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import time
import numpy as np

def step_jacobian(W_hh, z):
    time.sleep(0.9)
    return (1 - np.tanh(z) ** 2)[:, None] * W_hh
"""
    )
    desk.save()
