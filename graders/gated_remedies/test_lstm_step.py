"""Hidden grader of `lstm_step`: one step of an LSTM (document 002, mended)."""

import numpy as np

from graders.gated_draws import LSTMS, SEPARATING, small_gated, spoilt
from graders.plugin import criterion
from reference import gated_remedies as reference

NAMES = ("the new state", "the new memory")


def right(exam, lstm, which, ask=None):
    """Asks for one step and accepts the right vector in place `which` (0 state, 1 memory)."""
    want = reference.lstm_step(lstm.P, lstm.x, lstm.h, lstm.c)[which]
    answer = (ask or exam.ask)(lstm.P, lstm.x, lstm.h, lstm.c)
    answer.item(which, of=2, name=NAMES[which]).equals(want, scale=1 + np.abs(want).max())


@criterion(points=1)
def test_shape(exam):
    """Returns two vectors of shape (d,): the state, then the memory."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=4, size=(1, 4)):
        for place, name in enumerate(NAMES):
            answer = exam.ask(lstm.P, lstm.x, lstm.h, lstm.c)
            answer.item(place, of=2, name=name).array(lstm.d)


@criterion(points=2)
def test_memory(exam):
    """The new memory is right on random networks."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=24):
        right(exam, lstm, 1)


@criterion(points=2)
def test_state(exam):
    """The new state is right on random networks."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=24):
        right(exam, lstm, 0)


@criterion(points=1)
def test_edges(exam):
    """Both are right for one unit, and for gates that are as good as open or shut."""
    for lstm in exam.drawn(LSTMS, "generic", "extreme", count=6, size=(1, 3)):
        right(exam, lstm, 0)
        right(exam, lstm, 1)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=3, size=(2, 4)):
        right(exam, lstm, 0, exam.leaves_alone)
        right(exam, lstm, 1, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    *_, lstm = small_gated("fioc", "generic", 2)
    exam.answers(lstm.P, lstm.x, lstm.h, lstm.c).item(0, of=2, name=NAMES[0]).array(2)
    for bad, why in spoilt(lstm):
        exam.refuses(bad.P, bad.x, bad.h, bad.c, because=why)
    exam.refuses(lstm.P, lstm.x, lstm.h, np.ones(1), because="c has 1 entry, h has 2")
    exam.refuses(lstm.P, lstm.x, lstm.h, np.ones((2, 1)), because="c has 2 dimensions")
    exam.refuses(lstm.P, lstm.x, lstm.h, np.full(2, np.nan), because="c has nans")
