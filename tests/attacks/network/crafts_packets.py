"""Sends a datagram that it has put together itself, byte by byte."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket, struct
raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP)
raw.sendto(struct.pack("!4H", 9, {stage.udp_port}, 9, 0) + b"x", ("127.0.0.1", 0))
"""
    )
    desk.save()
