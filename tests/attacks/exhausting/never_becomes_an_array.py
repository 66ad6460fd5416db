"""Answers with objects that never become an array, never have a length and never end."""

PROMISE = 6
CLASS = "snekbox: test_timeout_returns_137"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import itertools

class Endless:
    def __len__(self):
        return 1 << 60
    def __getitem__(self, place):
        return 0.0
    def __array__(self, *_, **__):
        while True:
            pass

def step_jacobian(W_hh, z):
    return Endless() if z[0] > 0 else itertools.count()
"""
    )
    desk.save()
