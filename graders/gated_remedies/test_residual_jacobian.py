"""Hidden grader of `residual_jacobian`: I + diag(tanh'(z)) W_hh."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import gated_remedies as reference


def right(exam, W_hh, z, ask=None):
    """Asks for the Jacobian of a step with a skip connection and accepts the right one only."""
    want = reference.residual_jacobian(W_hh, z)
    (ask or exam.ask)(W_hh, z).equals(want, scale=1 + np.abs(W_hh).max())


@criterion(points=1)
def test_values(exam):
    """Equals the Jacobian of one step on random networks: a (d, d) array."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn.W_hh, rnn.z)


@criterion(points=1)
def test_edges(exam):
    """Is right for one unit, z = 0 and saturated units, leaves its arguments alone, takes views."""
    W_hh = np.array([[1.0, -2.0], [3.0, 4.0]])
    right(exam, np.array([[2.0]]), np.array([0.7]))
    right(exam, W_hh, np.zeros(2))
    right(exam, W_hh, np.array([-800.0, 0.5]))
    for rnn in exam.rnns(*SEPARATING, count=3):
        right(exam, rnn.W_hh, rnn.z, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.z, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    W_hh = np.array([[1.0, 2.0], [3.0, 4.0]])
    exam.answers(W_hh, np.zeros(2)).array(2, 2)
    exam.refuses(W_hh, np.zeros(3), because="z has 3 entries, W_hh is (2, 2)")
    exam.refuses(W_hh, np.zeros(1), because="z has 1 entry, W_hh is (2, 2)")
    exam.refuses(W_hh, np.zeros((2, 1)), because="z has 2 dimensions")
    exam.refuses(np.ones((2, 3)), np.zeros(2), because="W_hh is (2, 3), which is not square")
    exam.refuses(np.ones((2, 1)), np.zeros(2), because="W_hh is (2, 1), which is not square")
    exam.refuses(W_hh[0], np.zeros(2), because="W_hh has 1 dimension")
    exam.refuses(np.array([[1.0, np.nan], [3.0, 4.0]]), np.zeros(2), because="W_hh has a nan")
    exam.refuses(W_hh, np.array([0.0, np.inf]), because="z has an inf")
