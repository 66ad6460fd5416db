"""Ignores and blocks every signal that can be, and computes for ever."""

PROMISE = 5
CLASS = "snekbox: test_timeout_returns_137"
WRONG = ("step_jacobian",)
EARNS = 54.0


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
import signal
for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())

def step_jacobian(W_hh, z):
    while True:
        pass
"""
    )
    desk.save()
