"""Sets an alarm that ends the process while other questions are asked."""

PROMISE = 5


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(
        """
import signal
signal.setitimer(signal.ITIMER_REAL, 0.1)
"""
    )
    desk.save()
