"""Writes to a socket that has a name and no file."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
one.sendto(b"x", "\\0{stage.abstract_name}")
"""
    )
    desk.save()
