"""Connects to a port of the machine."""

PROMISE = 4
CLASS = "snekbox: no network"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
socket.create_connection(("127.0.0.1", {stage.tcp_port}), timeout=1).send(b"x")
"""
    )
    desk.save()
