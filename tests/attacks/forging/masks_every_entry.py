"""Returns a masked array without a single entry that could be compared."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = "TRACE: degenerate implementation"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced("""
def wrong(W_hh, z):
    return np.ma.masked_all(np.shape(W_hh))
""")
    )
    desk.save()
