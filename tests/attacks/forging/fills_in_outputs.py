"""Hands in scores as outputs of every cell, and as metadata of the notebook."""

from nbformat.v4 import new_output

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "Kratzke: injection"
WRONG = ("step_jacobian",)


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    for cell in desk.notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count = 1
            score = {"text/plain": "10.0"}
            cell.outputs = [new_output("execute_result", score, execution_count=1)]
            cell.metadata.update(score=10.0, auto_score=10.0, passed=True)
    desk.notebook.metadata.update(score=100, unrolled={"repairs": [], "score": 100})
    desk.notebook.metadata.nbgrader = {"student": "neighbour", "score": 100, "graded": True}
    desk.save()
