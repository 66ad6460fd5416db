"""Sends a datagram in IPv6 to a port of the machine."""

PROMISE = 4
CLASS = "snekbox: no network"
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
one = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
one.sendto(b"x", ("::ffff:127.0.0.1", {stage.udp_port}))
"""
    )
    desk.save()
