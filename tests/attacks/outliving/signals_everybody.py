"""Signals every process there is, with the signal that does nothing, for safety's sake."""

PROMISE = 5
EARNS = 74.0


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        f"""
import os
for target in (-1, 0, -os.getpgid(os.getppid()), 1):
    try:
        os.kill(target, 0)
        print({stage.boast})
    except OSError as error:
        print(error.strerror)
"""
    )
    desk.save()
