"""Calls itself for ever, with Python's own guard taken away."""

PROMISE = 6
CLASS = "snekbox: test_sigsegv_returns_139"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import sys
sys.setrecursionlimit(10**9)

def step_jacobian(W_hh, z):
    return step_jacobian(W_hh, z)
"""
    )
    desk.save()
