"""Looks for a pattern that takes longer with every letter."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import re

def step_jacobian(W_hh, z):
    return re.match("(a|a)+$", "a" * 60 + "b")
"""
    )
    desk.save()
