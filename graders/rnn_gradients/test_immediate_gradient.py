"""Hidden grader of `immediate_gradient`: tanh'(z[i]) h_prev[j] e_i (document 003, question 2a)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import rnn_gradients as reference


def right(exam, z, h_prev, i, j, ask=None):
    """Asks for the immediate gradient and accepts the vector tanh'(z[i]) h_prev[j] e_i only."""
    want = reference.immediate_gradient(z, h_prev, i, j)
    (ask or exam.ask)(z, h_prev, i, j).equals(want, scale=abs(h_prev[j]))


@criterion(points=1)
def test_shape(exam):
    """Returns a vector of shape (d,)."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4)):
        exam.ask(rnn.z, rnn.h_prev, rnn.i, rnn.j).array(rnn.d)


@criterion(points=5)
def test_values(exam):
    """Equals the derivative of the new state in W_hh[i, j], the old state held fixed."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn.z, rnn.h_prev, rnn.i, rnn.j)


@criterion(points=2)
def test_edges(exam):
    """Is right for one unit, for i = j, for saturated units and for NumPy integers."""
    z, h_prev = np.array([0.5, -1.0, 2.0]), np.array([0.3, -0.7, 0.1])
    right(exam, z[:1], h_prev[:1], 0, 0)
    right(exam, z, h_prev, 2, 2)
    right(exam, z, h_prev, np.int64(1), np.int64(0))
    right(exam, np.array([400.0, -1.0]), h_prev[:2], 0, 1)
    right(exam, np.array([-1.0, -800.0]), h_prev[:2], 1, 0)
    right(exam, np.array([-400.0, 800.0]), h_prev[:2], 0, 0)
    right(exam, np.array([-400.0, 800.0]), h_prev[:2], 1, 1)
    right(exam, np.zeros(2), np.array([0.4, 0.6]), 1, 0)
    for rnn in exam.rnns("gauss1", count=2, d=(4, 5)):
        right(exam, rnn.z, rnn.h_prev, rnn.i, rnn.i)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves z and h_prev as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3):
        right(exam, rnn.z, rnn.h_prev, rnn.i, rnn.j, exam.leaves_alone)
        right(exam, rnn.z, rnn.h_prev, rnn.i, rnn.j, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for lengths that differ and for indices that do not exist."""
    z, h_prev = np.array([0.5, -1.0]), np.array([0.3, -0.7])
    exam.answers(z, h_prev, 0, 1).array(2)
    exam.refuses(z, h_prev, 2, 0, because="there is no row 2 when d = 2")
    exam.refuses(z, h_prev, 7, 0, because="there is no row 7 when d = 2")
    exam.refuses(z, h_prev, 0, 2, because="there is no column 2 when d = 2")
    exam.refuses(z, h_prev, -1, 0, because="a negative index is not accepted")
    exam.refuses(z, h_prev, 0, -1, because="a negative index is not accepted")
    exam.refuses(z, h_prev, 0.0, 0, because="the index 0.0 is not an integer")
    exam.refuses(z, h_prev, 0, 1.0, because="the index 1.0 is not an integer")
    exam.refuses(z, h_prev[:1], 0, 0, because="z has 2 entries, h_prev has 1")
    exam.refuses(z[:1], h_prev, 0, 0, because="z has 1 entry, h_prev has 2")
    exam.refuses(z[:, None], h_prev[:, None], 0, 1, because="z and h_prev have 2 dimensions")
    exam.refuses(z, h_prev[:, None], 0, 1, because="h_prev has 2 dimensions")
    exam.refuses(z, np.array([np.nan, 1.0]), 1, 1, because="h_prev has a nan")
    exam.refuses(np.array([np.nan, 1.0]), h_prev, 1, 0, because="z has a nan")
    exam.refuses(z, np.array([np.inf, 1.0]), 1, 1, because="h_prev has an inf")
    exam.refuses(np.array([np.inf]), np.array([1.0]), 0, 0, because="z is inf")
