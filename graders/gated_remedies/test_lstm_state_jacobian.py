"""Hidden grader of `lstm_state_jacobian`: the four blocks of ∂(h_new, c_new)/∂(h, c)."""

import numpy as np

from graders.gated_draws import LSTMS, SEPARATING, small_gated, spoilt
from graders.plugin import criterion
from reference import gated_remedies as reference

H_BY_H, H_BY_C, C_BY_H, C_BY_C = (0, 0), (0, 1), (1, 0), (1, 1)
NAMES = {
    H_BY_H: "the block of h_new by h",
    H_BY_C: "the block of h_new by c",
    C_BY_H: "the block of c_new by h",
    C_BY_C: "the block of c_new by c",
}


def right(exam, lstm, ask=None):
    """Asks for the whole Jacobian and accepts the right one only."""
    want = reference.lstm_state_jacobian(lstm.P, lstm.x, lstm.h, lstm.c)
    answer = (ask or exam.ask)(lstm.P, lstm.x, lstm.h, lstm.c)
    answer.equals(want, scale=1 + np.abs(want).max())


def block_is_right(exam, place):
    """Asks about random networks and looks at one block of the answers."""
    (row, column), name = place, NAMES[place]
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=24):
        d = lstm.d
        want = reference.lstm_state_jacobian(lstm.P, lstm.x, lstm.h, lstm.c)
        block = exam.ask(lstm.P, lstm.x, lstm.h, lstm.c).block(row, column, d, name)
        scale = 1 + np.abs(want).max()
        block.equals(want[row * d :, column * d :][:d, :d], scale)


@criterion(points=1)
def test_shape(exam):
    """Returns a (2d, 2d) array of real numbers."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=4, size=(1, 4)):
        exam.ask(lstm.P, lstm.x, lstm.h, lstm.c).array(2 * lstm.d, 2 * lstm.d)


@criterion(points=2)
def test_memory_by_memory(exam):
    """The lower right block tells how the new memory moves with the old one."""
    block_is_right(exam, C_BY_C)


@criterion(points=4)
def test_memory_by_state(exam):
    """The lower left block tells how the new memory moves with the old state."""
    block_is_right(exam, C_BY_H)


@criterion(points=2)
def test_state_by_memory(exam):
    """The upper right block tells how the new state moves with the old memory."""
    block_is_right(exam, H_BY_C)


@criterion(points=3)
def test_state_by_state(exam):
    """The upper left block tells how the new state moves with the old one."""
    block_is_right(exam, H_BY_H)


@criterion(points=2)
def test_edges(exam):
    """Is right for one unit, and for gates that are as good as open or shut."""
    for lstm in exam.drawn(LSTMS, "generic", "extreme", count=6, size=(1, 3)):
        right(exam, lstm)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for lstm in exam.drawn(LSTMS, *SEPARATING, count=3, size=(2, 4)):
        right(exam, lstm, exam.leaves_alone)
        right(exam, lstm, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    *_, lstm = small_gated("fioc", "generic", 2)
    exam.answers(lstm.P, lstm.x, lstm.h, lstm.c).array(4, 4)
    for bad, why in spoilt(lstm):
        exam.refuses(bad.P, bad.x, bad.h, bad.c, because=why)
    exam.refuses(lstm.P, lstm.x, lstm.h, np.ones(1), because="c has 1 entry, h has 2")
    exam.refuses(lstm.P, lstm.x, lstm.h, np.full(2, np.inf), because="c has infs")
