"""Hidden grader of `spectral_norm`: the largest singular value (document 002)."""

import numpy as np

from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right(exam, W_hh, ask=None):
    """Asks for the norm and accepts the largest singular value only."""
    want = reference.spectral_norm(W_hh)
    (ask or exam.ask)(W_hh).equals(want, scale=want or 1.0)


@criterion(points=0.5)
def test_shape(exam):
    """Returns one real number."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4)):
        exam.ask(rnn.W_hh).number()


@criterion(points=1)
def test_values(exam):
    """Equals the factor by which a random matrix stretches at most."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, rnn.W_hh)


@criterion(points=0.5)
def test_edges(exam):
    """Is right where all eigenvalues are 0, for turns, for the zero matrix and for one unit."""
    right(exam, np.array([[0.0, 2.0], [0.0, 0.0]]))
    right(exam, np.array([[3.0, 0.0], [0.0, -4.0]]))
    right(exam, np.array([[1.0, 2.0], [2.0, 4.0]]))
    right(exam, np.array([[-0.5]]))
    right(exam, np.zeros((2, 2)))
    for rnn in exam.rnns("orthogonal", "orth_mixed", count=4, d=(3, 4)):
        right(exam, rnn.W_hh)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=3):
        right(exam, rnn.W_hh, exam.leaves_alone)
        right(exam, rnn.W_hh, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for a matrix that is not square and for nan or inf."""
    exam.answers(np.eye(2)).number()
    for shape in ((2, 3), (3, 2), (3,), (2, 2, 2)):
        exam.refuses(np.ones(shape), because=f"W_hh is {shape}, which is not square")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), because="W_hh has an inf")
