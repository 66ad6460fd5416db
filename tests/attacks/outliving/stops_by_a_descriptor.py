"""Stops another process by a descriptor of it."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes, os, signal, struct
libc = ctypes.CDLL(None)
handle = libc.syscall(434, {stage.bystander.pid}, 0)  # pidfd_open
libc.syscall(424, handle, signal.SIGSTOP, None, 0)  # pidfd_send_signal
"""
    )
    desk.save()
