"""Hidden grader of `step_jacobian`: J = diag(tanh'(z)) W_hh (document 003, question 3)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import rnn_gradients as reference


def right(exam, W_hh, z, ask=None):
    """Asks for the Jacobian of one step and accepts diag(tanh'(z)) W_hh only."""
    want = reference.step_jacobian(W_hh, z)
    (ask or exam.ask)(W_hh, z).equals(want, scale=np.abs(W_hh).max())


@criterion(points=1)
def test_shape(exam):
    """Returns a (d, d) array of real numbers."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4)):
        exam.ask(rnn.W_hh, rnn.z).array(rnn.d, rnn.d)


@criterion(points=5)
def test_values(exam):
    """Equals the Jacobian of one step on random networks."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn.W_hh, rnn.z)


@criterion(points=2)
def test_edges(exam):
    """Is right for one unit, for z = 0 and for saturated units."""
    W_hh = np.array([[1.0, -2.0], [3.0, 4.0]])
    right(exam, np.array([[2.0]]), np.array([0.7]))
    right(exam, W_hh, np.zeros(2))
    right(exam, W_hh, np.array([0.0, 1.0]))
    right(exam, W_hh, np.array([400.0, -1.0]))
    right(exam, W_hh, np.array([-800.0, 0.5]))


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves W_hh and z as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3):
        right(exam, rnn.W_hh, rnn.z, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.z, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    W_hh = np.array([[1.0, 2.0], [3.0, 4.0]])
    exam.answers(W_hh, np.zeros(2)).array(2, 2)
    exam.refuses(W_hh, np.zeros(3), because="z has 3 entries, W_hh is (2, 2)")
    exam.refuses(np.ones((2, 3)), np.zeros(2), because="W_hh is (2, 3), which is not square")
    exam.refuses(np.ones((3, 2)), np.zeros(3), because="W_hh is (3, 2), which is not square")
    exam.refuses(W_hh[0], np.zeros(2), because="W_hh has 1 dimension")
    exam.refuses(np.ones((2, 2, 2)), np.zeros(2), because="W_hh has 3 dimensions")
    exam.refuses(W_hh, np.zeros((2, 1)), because="z has 2 dimensions")
    exam.refuses(np.array([[1.0, np.nan], [3.0, 4.0]]), np.zeros(2), because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [3.0, 4.0]]), np.zeros(2), because="W_hh has an inf")
    exam.refuses(W_hh, np.array([0.0, np.inf]), because="z has an inf")
    exam.refuses(W_hh, np.array([np.nan, 0.0]), because="z has a nan")
    exam.refuses(np.array([[1.0]]), np.array([np.nan]), because="z is nan")
