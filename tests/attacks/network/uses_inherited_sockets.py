"""Tries every descriptor that it may have inherited as a way out."""

PROMISE = 4


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os, socket
for number in range(3, 1024):
    try:
        one = socket.socket(fileno=os.dup(number))
        one.sendto(b"x", ("127.0.0.1", {stage.udp_port}))
        one.connect(("127.0.0.1", {stage.tcp_port}))
    except (OSError, ValueError, TypeError):
        pass
"""
    )
    desk.save()
