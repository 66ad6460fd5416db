"""Sends ten megabytes of noise."""

from graders.doctor.cells import SAY

PROMISE = 8
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        SAY
        + """
for one in sockets():
    one.sendall(os.urandom(10 << 20))
"""
    )
    desk.save()
