"""Turns the locked cell of checks into a solution, and the written answers into checks."""

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: test modification"
WRONG = ("step_jacobian", "derive_loss", "derive_jacobian")


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    desk.cell("test_step_jacobian").metadata.nbgrader.update(
        grade=True, solution=True, locked=False
    )
    desk.cell("test_step_jacobian").source = "10.0"
    for name in ("derive_loss", "derive_jacobian"):
        cell = desk.cell(name)
        cell.metadata.nbgrader.update(solution=False, locked=True, cell_type="code")
        cell.update(cell_type="code", outputs=[], execution_count=None, source="100.0")
    desk.save()
