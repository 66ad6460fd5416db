"""Ends another process by a signal that brings a letter along."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import ctypes, os, signal, struct
about = ctypes.create_string_buffer(struct.pack("iiiiii", signal.SIGKILL, 0, -1, 0, 0, 0), 128)
ctypes.CDLL(None).syscall(129, {stage.bystander.pid}, signal.SIGKILL, about)  # rt_sigqueueinfo
"""
    )
    desk.save()
