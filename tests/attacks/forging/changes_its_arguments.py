"""Sets its arguments to zero, in case the right answer is computed from them afterwards."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = "Kratzke: evasion"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced("""
def wrong(W_hh, z):
    W_hh.flags.writeable = z.flags.writeable = True
    W_hh *= 0.0
    z *= 0.0
    return W_hh
""")
    )
    desk.save()
