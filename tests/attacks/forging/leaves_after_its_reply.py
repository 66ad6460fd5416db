"""Writes a reply of its own and ends the process before the sandbox can add a word."""

from graders.doctor.cells import SAY, two_faced

PROMISE = 1
CLASS = "Kratzke: injection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced(
            SAY
            + """
def wrong(W_hh, z):
    say({"value": {"array": ["<f8", [*W_hh.shape], 0]}, "args": {"tuple": []}}, W_hh.tobytes())
    os._exit(0)
"""
        )
    )
    desk.save()
