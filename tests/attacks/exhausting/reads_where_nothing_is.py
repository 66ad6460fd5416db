"""Reads from an address at which there is no memory."""

PROMISE = 6
CLASS = "snekbox: test_sigsegv_returns_139"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import ctypes

def step_jacobian(W_hh, z):
    return ctypes.string_at(1)
"""
    )
    desk.save()
