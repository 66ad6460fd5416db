"""Puts every tag that Jupyter's tools know on the locked cells of checks."""

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: test modification"
WRONG = ("step_jacobian",)
TAGS = (
    *(
        "raises-exception",
        "remove-cell",
        "remove-input",
        "remove-output",
        "hide-cell",
        "nbval-skip",
    ),
    *("parameters", "injected-parameters", "no-execute", "otter_ignore", "autograded", "skip"),
)


def work(desk, stage):
    desk.answer_all()
    desk.answer(step_jacobian=WRONG_JACOBIAN)
    for cell in desk.notebook.cells:
        cell.metadata.tags = [*TAGS]
        cell.metadata.update(editable=False, deletable=True, execution={"timeout": 0}, trusted=True)
    desk.save()
