"""Has a pipe send a deadly signal to another process as soon as there is something to read."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import fcntl, os, signal, time
reading, writing = os.pipe()
fcntl.fcntl(reading, fcntl.F_SETOWN, {stage.bystander.pid})
fcntl.fcntl(reading, fcntl.F_SETSIG, signal.SIGKILL)
fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
os.write(writing, b"x")
"""
    )
    desk.save()
