"""Keeps memory in the kernel: in pipes as long as they may be, in sockets, in queues."""

PROMISE = 6
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import fcntl, os, socket
kept = []
while len(kept) < 4000:
    reading, writing = os.pipe()
    fcntl.fcntl(writing, 1031, 1 << 20)  # F_SETPIPE_SZ
    os.write(writing, bytes(1 << 20))
    one, other = socket.socketpair()
    one.setblocking(False)
    one.send(bytes(1 << 20))
    kept += [one, other]
"""
    )
    desk.save()
