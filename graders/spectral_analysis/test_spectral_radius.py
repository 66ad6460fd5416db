"""Hidden grader of `spectral_radius`: max |λ| (document 001, item 9)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right(exam, W_hh, ask=None):
    """Asks for the radius and accepts the largest modulus of an eigenvalue only."""
    want = reference.spectral_radius(W_hh)
    (ask or exam.ask)(W_hh).equals(want, scale=np.linalg.norm(W_hh, 2) or 1.0)


@criterion(points=0.5)
def test_shape(exam):
    """Returns one real number."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4)):
        exam.ask(rnn.W_hh).number()


@criterion(points=1)
def test_values(exam):
    """Equals the largest modulus of an eigenvalue on random matrices."""
    for rnn in exam.rnns(*SEPARATING, count=24, d=(2, 6)):
        right(exam, rnn.W_hh)


@criterion(points=0.5)
def test_edges(exam):
    """Is right for complex, negative and equal eigenvalues, for triangles and for one unit."""
    right(exam, np.array([[0.0, -2.0], [3.0, 0.0]]))
    right(exam, np.array([[-3.0, 0.0], [0.0, 2.0]]))
    right(exam, np.array([[0.5, 7.0], [0.0, 0.5]]))
    right(exam, np.array([[0.0, 2.0], [0.0, 0.0]]))
    right(exam, np.array([[2.0, 1.0], [1.0, 2.0]]))
    right(exam, np.array([[-0.5]]))
    right(exam, np.zeros((2, 2)))
    for rnn in exam.rnns("orthogonal", count=2, d=(3, 4)):
        right(exam, rnn.W_hh)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3, d=(2, 6)):
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
