"""Hidden grader of `residual_bounds`: max(0, 1 − e) and 1 + e, e = max tanh'(z) ‖W_hh‖₂."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import gated_remedies as reference

NAMES = ("the lower bound", "the upper bound")


def right(exam, W_hh, z, which, ask=None):
    """Asks for the bounds and accepts the right one in place `which` (0 lower, 1 upper)."""
    want = reference.residual_bounds(W_hh, z)
    answer = (ask or exam.ask)(W_hh, z).item(which, of=2, name=NAMES[which])
    answer.equals(want[which], scale=want[1])


def right_everywhere(exam, which):
    """Random networks of every family, a few edges, and arguments that are not to be changed."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn.W_hh, rnn.z, which)
    for W_hh, z in (
        ([[0.5]], [0.7]),
        ([[0.1, 0.2], [0.0, -0.3]], [0.0, 800.0]),
        ([[0.0, 0.0], [0.0, 0.0]], [1.0, -1.0]),
    ):
        right(exam, np.array(W_hh), np.array(z), which)
    for rnn in exam.rnns(*SEPARATING, count=2):
        right(exam, rnn.W_hh, rnn.z, which, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.z, which, exam.ask_with_views)


@criterion(points=1)
def test_lower(exam):
    """The lower bound is right on random networks, and never negative."""
    right_everywhere(exam, 0)


@criterion(points=1)
def test_upper(exam):
    """The upper bound is right on random networks."""
    right_everywhere(exam, 1)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    W_hh = np.array([[1.0, 2.0], [3.0, 4.0]])
    exam.answers(W_hh, np.zeros(2)).item(0, of=2, name=NAMES[0]).number()
    exam.refuses(W_hh, np.zeros(1), because="z has 1 entry, W_hh is (2, 2)")
    exam.refuses(W_hh, np.zeros((2, 1)), because="z has 2 dimensions")
    exam.refuses(np.ones((2, 3)), np.zeros(2), because="W_hh is (2, 3), which is not square")
    exam.refuses(W_hh[0], np.zeros(2), because="W_hh has 1 dimension")
    exam.refuses(np.array([[1.0, np.nan], [3.0, 4.0]]), np.zeros(2), because="W_hh has a nan")
    exam.refuses(W_hh, np.array([0.0, np.inf]), because="z has an inf")
