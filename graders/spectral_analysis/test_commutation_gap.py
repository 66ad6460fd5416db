"""Hidden grader of `commutation_gap`: ‖ordered − commuted‖₂ (document 001, item 7)."""

import numpy as np

from graders import scales
from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right(exam, W_hh, ds, ask=None):
    """Asks for the gap and accepts the spectral norm of the difference only."""
    want = reference.commutation_gap(W_hh, ds)
    (ask or exam.ask)(W_hh, ds).equals(want, scales.of_commuted_product(W_hh, ds))


@criterion(points=0.5)
def test_shape(exam):
    """Returns one real number."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(rnn.W_hh, rnn.ds).number()


@criterion(points=1)
def test_values(exam):
    """Equals the norm of the difference of both products on random networks."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=40, n=(2, 5)):
        right(exam, rnn.W_hh, rnn.ds)


@criterion(points=0.5)
def test_edges(exam):
    """Is zero for no step, one step, diagonal weights, and derivatives that are all alike."""
    W_hh = np.array([[0.0, 2.0], [1.0, 1.0]])
    right(exam, W_hh, np.empty((0, 2)))
    right(exam, W_hh, np.array([[1.0, 0.5]]))
    right(exam, np.diag([2.0, -0.5]), np.array([[1.0, 0.5], [0.25, 1.0]]))
    right(exam, W_hh, np.array([[0.5, 0.5], [0.25, 0.25]]))
    right(exam, W_hh, np.array([[1.0, 0.5], [1.0, 0.5]]))
    right(exam, np.array([[2.0]]), np.array([[0.5], [0.25]]))
    for rnn in exam.rnns("gauss1", count=2, n=(1, 1)):
        right(exam, rnn.W_hh, rnn.ds)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh and ds as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=3):
        right(exam, rnn.W_hh, rnn.ds, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.ds, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    W_hh = np.eye(2)
    exam.answers(W_hh, np.ones((1, 2))).number()
    for shape in ((2,), (2, 1), (2, 3), (1, 2, 2)):
        exam.refuses(W_hh, np.ones(shape), because=f"ds is {shape}, W_hh is (2, 2)")
    exam.refuses(np.ones((2, 3)), np.ones((1, 2)), because="W_hh is (2, 3), which is not square")
    exam.refuses(W_hh, np.array([[1.0, np.nan]]), because="ds has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), np.ones((1, 2)), because="W_hh has an inf")
