"""Makes markdown, raw text and a cell of no known type of the locked checks."""

import json

from graders.doctor.cells import WRONG_JACOBIAN

PROMISE = 1
CLASS = "TRACE: test modification"
WRONG = ("step_jacobian", "gradient_regime", "cross_entropy_loss")
KINDS = ("markdown", "raw", "code ")


def work(desk, stage):
    desk.answer_all()
    desk.answer(
        step_jacobian=WRONG_JACOBIAN,
        gradient_regime="def gradient_regime(W_hh, tol=0):\n    return 'borderline'",
        cross_entropy_loss="def cross_entropy_loss(y, p):\n    return 0.0",
    )
    for question, kind in zip(WRONG, KINDS, strict=True):
        cell = desk.cell(f"test_{question}")
        cell.update(cell_type=kind, source="10.0")
        cell.metadata.nbgrader.cell_type = kind
    desk.file.write_text(json.dumps(desk.notebook))
