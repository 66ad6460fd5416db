"""Ends its process in the middle of an answer."""

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
        one.sendall(struct.pack("<II", 1000, 1000) + b"{")
    os._exit(0)
"""
    )
    desk.save()
