"""Hands in a second notebook beside the wrong one, under names that might be graded instead."""

import shutil

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "Kratzke: redirection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.save()
    for name in ("RNN_gradients.ipynb", "rnn_gradients .ipynb", "test_step_jacobian.ipynb"):
        shutil.copy(desk.file, desk.folder / name)
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    desk.save()
