"""Hidden grader of `lstm_memory_jacobian`: ∂c_new/∂c = diag(f) at fixed h (erratum E2.20)."""

import numpy as np

from graders.gated_draws import LSTMS, SEPARATING, small_gated, spoilt
from graders.plugin import criterion
from reference import gated_remedies as reference


def right(exam, lstm, ask=None):
    """Asks for the Jacobian of the memory and accepts diag(f) only, whose entries are below 1."""
    want = reference.lstm_memory_jacobian(lstm.P, lstm.x, lstm.h, lstm.c)
    (ask or exam.ask)(lstm.P, lstm.x, lstm.h, lstm.c).equals(want)


@criterion(points=2)
def test_values(exam):
    """Equals the Jacobian of the memory on random networks: a (d, d) array."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=24):
        right(exam, lstm)


@criterion(points=1)
def test_edges(exam):
    """Is right for one unit and for gates open or shut, leaves its arguments alone, takes views."""
    for lstm in exam.drawn(LSTMS, "generic", "extreme", count=4, size=(1, 3)):
        right(exam, lstm)
        right(exam, lstm, exam.leaves_alone)
        right(exam, lstm, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    *_, lstm = small_gated("fioc", "generic", 2)
    exam.answers(lstm.P, lstm.x, lstm.h, lstm.c).array(2, 2)
    for bad, why in spoilt(lstm):
        exam.refuses(bad.P, bad.x, bad.h, bad.c, because=why)
    exam.refuses(lstm.P, lstm.x, lstm.h, np.ones(1), because="c has 1 entry, h has 2")
    exam.refuses(lstm.P, lstm.x, lstm.h, np.full(2, np.inf), because="c has infs")
