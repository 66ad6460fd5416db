"""Races a thread against the sandbox to read each question and to send it back as its answer."""

from graders.doctor.cells import SAY, WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: execution environment hacks"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    desk.add_cell(
        SAY
        + """
def echo(one):
    while True:
        header = one.recv(8, socket.MSG_WAITALL)
        question = one.recv(sum(struct.unpack("<II", header)), socket.MSG_WAITALL)
        one.sendall(header + question.replace(b'"call"', b'"value"'))

for one in sockets():
    threading.Thread(target=echo, args=(one,), daemon=True).start()
"""
    )
    desk.save()
