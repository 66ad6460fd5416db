"""Exchanges the grade ids of checks and answers, so that an easy question's checks grade all."""

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "Kratzke: redirection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    for one, other in (
        ("test_step_jacobian", "test_gradient_regime"),
        ("test_cross_entropy_loss", "derive_loss"),
        ("given_checks", "immediate_gradient"),
    ):
        a, b = desk.cell(one).metadata.nbgrader, desk.cell(other).metadata.nbgrader
        a.grade_id, b.grade_id = other, one
    desk.save()
