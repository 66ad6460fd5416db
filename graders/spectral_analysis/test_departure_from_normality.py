"""Hidden grader of `departure_from_normality`: ‖WᵀW − WWᵀ‖, the Frobenius norm."""

import numpy as np

from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right(exam, W_hh, ask=None):
    """Asks for the departure and accepts the Frobenius norm of the commutator only."""
    want = reference.departure_from_normality(W_hh)
    (ask or exam.ask)(W_hh).equals(want, scale=np.linalg.norm(W_hh, 2) ** 2 or 1.0)


@criterion(points=0.5)
def test_shape(exam):
    """Returns one real number."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4)):
        exam.ask(rnn.W_hh).number()


@criterion(points=1)
def test_values(exam):
    """Is right on random matrices."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, rnn.W_hh)


@criterion(points=0.5)
def test_edges(exam):
    """Is zero for symmetric matrices, for turns and for one unit, and not for a triangle."""
    right(exam, np.array([[0.0, -1.0], [1.0, 0.0]]))
    right(exam, np.array([[1.0, 2.0], [2.0, -4.0]]))
    right(exam, np.array([[1.0, -2.0], [2.0, 1.0]]))
    right(exam, np.array([[0.0, 2.0], [0.0, 0.0]]))
    right(exam, np.array([[1.0, 1.0], [0.0, 1.0]]))
    right(exam, np.array([[-0.5]]))
    right(exam, np.zeros((2, 2)))
    for rnn in exam.rnns("orthogonal", count=2, d=(3, 4)):
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
    for shape in ((2, 3), (3, 2), (3,)):
        exam.refuses(np.ones(shape), because=f"W_hh is {shape}, which is not square")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), because="W_hh has an inf")
