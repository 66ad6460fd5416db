"""Sends a datagram to a port of the machine."""

PROMISE = 4
CLASS = "snekbox: no network"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", {stage.udp_port}))
"""
    )
    desk.save()
