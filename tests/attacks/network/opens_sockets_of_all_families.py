"""Opens sockets to the kernel, to virtual machines, to network cards."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
for family in range(1, 46):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind)
            print(family, kind, {stage.boast})
        except OSError:
            pass
"""
    )
    desk.save()
