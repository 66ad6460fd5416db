"""Writes to a socket in the file system, as one writes to the system's log."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
one.sendto(b"x", {str(stage.letter_box)!r})
"""
    )
    desk.save()
