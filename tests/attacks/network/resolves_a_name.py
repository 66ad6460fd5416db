"""Asks for a host's address, which can carry a message in the name."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
if socket.gethostbyname("localhost"):
    print({stage.boast})
"""
    )
    desk.save()
