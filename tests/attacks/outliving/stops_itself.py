"""Stops its own process, which is then neither dead nor alive."""

PROMISE = 5
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import os, signal

def step_jacobian(W_hh, z):
    os.kill(os.getpid(), signal.SIGSTOP)
"""
    )
    desk.save()
