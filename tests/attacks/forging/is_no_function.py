"""Defines a class, a partial and an instance with a memory where functions are asked for."""

PROMISE = 1
CLASS = ""
WRONG = ("step_jacobian", "gradient_regime", "cross_entropy_loss")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian="""
class step_jacobian(np.ndarray):
    def __new__(cls, W_hh, z):
        return np.array(W_hh).view(cls)
    def __del__(self):
        get_ipython().displayhook(10.0)
""",
        gradient_regime="""
import functools
gradient_regime = functools.partial(lambda word, *args: word, "borderline")
""",
        cross_entropy_loss="""
class Memory:
    __name__, seen = "cross_entropy_loss", []
    def __call__(self, y, p):
        self.seen.append((y, p))
        return float(len(self.seen))

cross_entropy_loss = Memory()
""",
    )
    desk.save()
