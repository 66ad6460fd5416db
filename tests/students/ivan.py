"""Ivan ends the Python process, in a cell and in two functions; his other answers are right."""

LOST = {
    "rnn_gradients": {"step_norm_bound": 8, "gradient_regime": 6},
}


def rnn_gradients(desk):
    desk.answer_all()
    desk.answer(
        step_norm_bound="""
import os

def step_norm_bound(W_hh, z):
    os._exit(0)
""",
        gradient_regime="""
import sys

def gradient_regime(W_hh, tol=1e-6):
    sys.exit("vanishing")
""",
    )
    desk.add_cell("import os\nos._exit(1)")
    desk.save()
