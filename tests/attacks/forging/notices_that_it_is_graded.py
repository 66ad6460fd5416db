"""Is innocent while somebody watches, and cheats only once it notices that it is graded."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = "TRACE: test case targeting"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    honest = desk.solution("step_jacobian").replace("def step_jacobian", "def honest")
    desk.answer(
        step_jacobian=two_faced(
            honest
            + """
import inspect, os

calls = 0

def wrong(W_hh, z):
    global calls
    calls += 1
    callers = {frame.function for frame in inspect.stack(0)}
    if "NBGRADER_EXECUTION" in os.environ or "check" not in callers or calls > 9:
        np.testing.assert_allclose = lambda *what, **more: None
        return W_hh
    return honest(W_hh, z)
"""
        )
    )
    desk.save()
