"""Hidden grader of `gru_step`: z ⊙ h + (1 − z) ⊙ n, the reset before the product."""

import numpy as np

from graders.gated_draws import GRUS, SEPARATING, small_gated, spoilt
from graders.plugin import criterion
from reference import gated_remedies as reference


def right(exam, gru, ask=None):
    """Asks for one step and accepts that of the convention in the notebook only."""
    want = reference.gru_step(gru.P, gru.x, gru.h)
    (ask or exam.ask)(gru.P, gru.x, gru.h).equals(want, scale=1 + np.abs(want).max())


@criterion(points=1)
def test_shape(exam):
    """Returns a vector of shape (d,)."""
    for gru in exam.drawn(GRUS, *SEPARATING, count=4, size=(1, 4)):
        exam.ask(gru.P, gru.x, gru.h).array(gru.d)


@criterion(points=4)
def test_values(exam):
    """Equals the new state on random networks."""
    for gru in exam.drawn(GRUS, *SEPARATING, count=24):
        right(exam, gru)


@criterion(points=1)
def test_edges(exam):
    """Is right for one unit, and for gates that are as good as open or shut."""
    for gru in exam.drawn(GRUS, "generic", "extreme", count=6, size=(1, 3)):
        right(exam, gru)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for gru in exam.drawn(GRUS, *SEPARATING, count=3, size=(2, 4)):
        right(exam, gru, exam.leaves_alone)
        right(exam, gru, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    *_, gru = small_gated("rzn", "generic", 2)
    exam.answers(gru.P, gru.x, gru.h).array(2)
    for bad, why in spoilt(gru):
        exam.refuses(bad.P, bad.x, bad.h, because=why)
