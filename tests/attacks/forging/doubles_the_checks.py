"""Adds copies of the locked checks, before and after, which do nothing and display full points."""

from copy import deepcopy

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: test modification"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    copy = deepcopy(desk.cell("test_step_jacobian"))
    copy.source = "10.0"
    desk.notebook.cells.insert(0, deepcopy(copy))
    desk.notebook.cells.append(copy)
    desk.save()
