"""Announces an answer and sends a byte of it now and then."""

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
    for one in sockets():
        one.sendall(struct.pack("<II", 1 << 20, 0))
        while True:
            one.sendall(b" ")
            time.sleep(0.01)
"""
    )
    desk.save()
