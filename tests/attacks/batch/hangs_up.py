"""Ends the connection to the grading process and goes on."""

from graders.doctor.cells import SAY

PROMISE = 8
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        SAY
        + """
for one in sockets():
    one.shutdown(socket.SHUT_RDWR)
time.sleep(9)
"""
    )
    desk.save()
