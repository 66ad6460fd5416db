"""Ends its process in every call, each time of another signal."""

PROMISE = 8
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import os, signal
from pathlib import Path

def step_jacobian(W_hh, z):
    os.kill(os.getpid(), [4, 6, 7, 8, 9, 11, 13, 15, 24, 31][int(1000 * abs(z[0])) % 10])
"""
    )
    desk.save()
