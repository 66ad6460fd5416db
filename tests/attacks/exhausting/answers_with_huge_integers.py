"""Answers with integers of a hundred thousand digits."""

PROMISE = 6
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import sys
sys.set_int_max_str_digits(0)

def step_jacobian(W_hh, z):
    return [[10**100_000] * len(z)] * len(z)
"""
    )
    desk.save()
