"""Hidden grader of `commuted_product`: D_n ⋯ D_1 W_hhⁿ, what document 001 takes for the product."""

import numpy as np

from graders import scales
from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right(exam, W_hh, ds, ask=None):
    """Asks for the commuted product and accepts the diagonals first, the power of W_hh last."""
    want = reference.commuted_product(W_hh, ds)
    (ask or exam.ask)(W_hh, ds).equals(want, scales.of_commuted_product(W_hh, ds))


@criterion(points=0.5)
def test_shape(exam):
    """Returns a (d, d) array of real numbers."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(rnn.W_hh, rnn.ds).array(rnn.d, rnn.d)


@criterion(points=1)
def test_values(exam):
    """Equals the product of all diagonals with the power of W_hh on random networks."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, rnn.W_hh, rnn.ds)


@criterion(points=0.5)
def test_edges(exam):
    """Is right for no step, for one step, for thirty, for one unit, and for saturated units."""
    W_hh = np.array([[0.0, 2.0], [1.0, 1.0]])
    right(exam, W_hh, np.empty((0, 2)))
    right(exam, W_hh, np.array([[1.0, 0.5]]))
    right(exam, W_hh, np.array([[1.0, 0.0], [0.5, 1.0]]))
    right(exam, np.array([[2.0]]), np.array([[0.5], [0.25]]))
    for rnn in exam.rnns("orthogonal", count=2, d=(3, 4), n=(30, 30)):
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
    exam.answers(W_hh, np.ones((1, 2))).array(2, 2)
    for shape in ((2,), (2, 1), (2, 3), (1, 2, 2)):
        exam.refuses(W_hh, np.ones(shape), because=f"ds is {shape}, W_hh is (2, 2)")
    exam.refuses(np.ones((2, 3)), np.ones((1, 2)), because="W_hh is (2, 3), which is not square")
    exam.refuses(W_hh, np.array([[1.0, np.nan]]), because="ds has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), np.ones((1, 2)), because="W_hh has an inf")
