"""Waits for connections at a port of the machine."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
with socket.create_server(("127.0.0.1", 0)):
    print({stage.boast})
"""
    )
    desk.save()
