"""Sends letters from one of a pair of sockets, which may be had, to sockets of others."""

PROMISE = 4
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import socket
for address in ("\\0{stage.abstract_name}", {str(stage.letter_box)!r}):
    for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
        for send in ("sendto", "sendmsg"):
            try:
                one, other = socket.socketpair(socket.AF_UNIX, kind)
                message = (b"x",) if send == "sendto" else ([b"x"], [], 0)
                getattr(one, send)(*message, address)
            except OSError as error:
                print(kind, send, error.strerror)
"""
    )
    desk.save()
