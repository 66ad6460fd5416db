"""Hidden grader of `power_norms`: ‖W_hhᵏ‖₂ for k = 0, …, n."""

import numpy as np

from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right(exam, W_hh, n, ask=None):
    """Asks for the norms and accepts the right ones only; the error of entry k grows as ‖W‖ᵏ."""
    want, norm = reference.power_norms(W_hh, n), np.linalg.norm(W_hh, 2)
    answer = (ask or exam.ask)(W_hh, n)
    for k in range(n + 1):
        answer.item(k, of=n + 1, name=f"entry [{k}]").equals(want[k], scale=norm**k or 1.0)


@criterion(points=0.5)
def test_shape(exam):
    """Returns n + 1 real numbers."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(rnn.W_hh, rnn.n).array(rnn.n + 1)


@criterion(points=2)
def test_values(exam):
    """Equals the norms of all powers of random matrices."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, rnn.W_hh, rnn.n)


@criterion(points=0.5)
def test_edges(exam):
    """Is right for n = 0 and n = 1, for powers that are zero, for turns and for one unit."""
    for n in (0, 1, 4, np.int64(3)):
        right(exam, np.array([[0.0, 2.0], [0.0, 0.0]]), n)
        right(exam, np.array([[0.0, -1.0], [1.0, 0.0]]), n)
        right(exam, np.array([[0.5, 3.0], [0.0, 0.5]]), n)
        right(exam, np.array([[-0.5]]), n)
    for rnn in exam.rnns("nonnormal", count=2, d=(3, 4), n=(40, 40)):
        right(exam, rnn.W_hh, rnn.n)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=3):
        right(exam, rnn.W_hh, rnn.n, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.n, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for n < 0, for a matrix that is not square, and for nan or inf."""
    exam.answers(np.eye(2), 2).array(3)
    exam.refuses(np.eye(2), -1, because="n = -1 is negative")
    for shape in ((2, 3), (3, 2), (3,)):
        exam.refuses(np.ones(shape), 2, because=f"W_hh is {shape}, which is not square")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), 2, because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), 2, because="W_hh has an inf")
