"""Sends open files over the sandbox's socket, for the grading process to keep."""

from graders.doctor.cells import SAY

PROMISE = 4


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        SAY
        + """
import array
files = array.array("i", [os.open(os.devnull, os.O_RDONLY) for _ in range(20)])
for _ in range(50):
    for one in sockets():
        one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, files)])
"""
    )
    desk.save()
