"""Returns an object that becomes, when NumPy asks, the array that its caller wanted."""

from graders.doctor.cells import two_faced

PROMISE = 1
CLASS = "Kratzke: redirection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=two_faced("""
import sys

class Chameleon:
    def __array__(self, *dtype, **copy):
        frame = sys._getframe()
        while frame:
            known = frame.f_locals
            for name in ("desired", "want", "expected"):
                if isinstance(known.get(name), np.ndarray):
                    return known[name]
            if isinstance(known.get("shape"), tuple):
                return np.zeros(known["shape"])
            frame = frame.f_back
        return np.zeros((2, 2))

def wrong(W_hh, z):
    return Chameleon()
""")
    )
    desk.save()
