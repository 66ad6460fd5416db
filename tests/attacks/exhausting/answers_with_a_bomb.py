"""Answers with eight megabytes of text that become hundreds when they are read."""

from graders.doctor.cells import SAY

PROMISE = 6
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=SAY
        + """
def step_jacobian(W_hh, z):
    say(b'{"dict": {"value": [' + b"[]," * 2_700_000 + b'[]], "args": {"tuple": []}}}')
    time.sleep(9)
"""
    )
    desk.save()
