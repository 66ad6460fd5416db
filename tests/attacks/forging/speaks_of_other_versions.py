"""Claims metadata of other versions and types, which nbgrader reads before it restores them."""

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: test modification"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    strange = {
        "schema_version": 1,
        "grade": "true",
        "points": "1e3",
        "solution": None,
        "locked": [],
    }
    desk.cell("test_step_jacobian").metadata.nbgrader.update(strange, grade_id=["x"], checksum={})
    desk.cell("given_imports").metadata.nbgrader.schema_version = 99
    desk.notebook.nbformat_minor = 99
    desk.save()
