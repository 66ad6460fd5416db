"""Announces an answer of eight gigabytes."""

from graders.doctor.cells import SAY

PROMISE = 8
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=SAY
        + """
def step_jacobian(W_hh, z):
    for one in sockets():
        one.sendall(b"\\xff" * 64)
    time.sleep(9)
"""
    )
    desk.save()
