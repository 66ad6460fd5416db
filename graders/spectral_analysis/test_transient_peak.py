"""Hidden grader of `transient_peak`: the first k in 0..n with the largest ‖W_hhᵏ‖₂."""

import numpy as np

from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import spectral_analysis as reference

NAMES = ("k", "the norm at the peak")


def right(exam, W_hh, n, which, ask=None):
    """Asks for the peak and accepts the right k (0), or the right norm (1)."""
    want = reference.transient_peak(W_hh, n)
    scale = (1.0, max(1.0, np.linalg.norm(W_hh, 2)) ** want[0])[which]
    (ask or exam.ask)(W_hh, n).item(which, of=2, name=NAMES[which]).equals(want[which], scale)


def with_a_peak(exam, count, n=(2, 8)):
    """Random matrices with one norm at least 1 % above all others, so that rounding is no judge."""
    for rnn in exam.rnns(*OF_PRODUCTS, "nonnormal", count=count, n=n):
        norms = np.sort(reference.power_norms(rnn.W_hh, rnn.n))
        if norms[-2] < 0.99 * norms[-1]:
            yield rnn.W_hh, rnn.n


@criterion(points=0.5)
def test_shape(exam):
    """Returns two numbers, (k, value)."""
    for W_hh, n in with_a_peak(exam, 6):
        exam.ask(W_hh, n).item(0, of=2, name=NAMES[0]).number()
        exam.ask(W_hh, n).item(1, of=2, name=NAMES[1]).number()


@criterion(points=1)
def test_values(exam):
    """Names the peak and its height for random matrices."""
    for W_hh, n in with_a_peak(exam, 33):
        right(exam, W_hh, n, 0)
        right(exam, W_hh, n, 1)


@criterion(points=0.5)
def test_edges(exam):
    """Is right for n = 0, for a peak at k = 0, at k = n, after a dip, and long before the end."""
    rising_then_falling = np.array([[0.9, 100.0], [0.0, 0.8]])
    ring_with_a_dip = np.array([[0.0, 4.0, 0.0], [0.0, 0.0, 0.1], [4.0, 0.0, 0.0]])
    for W_hh, n in (
        (np.array([[0.0, 2.0], [0.0, 0.0]]), 0),
        (np.array([[0.0, 2.0], [0.0, 0.0]]), np.int64(3)),
        (np.array([[0.5, 0.0], [0.0, 0.25]]), 4),
        (np.array([[1.0, 1.0], [0.0, 1.0]]), 5),
        (np.array([[-2.0]]), 3),
        (rising_then_falling, 30),
        (ring_with_a_dip, 5),
    ):
        right(exam, W_hh, n, 0)
        right(exam, W_hh, n, 1)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for W_hh, n in with_a_peak(exam, 4):
        right(exam, W_hh, n, 0, exam.leaves_alone)
        right(exam, W_hh, n, 1, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for n < 0, for a matrix that is not square, and for nan or inf."""
    exam.answers(2.0 * np.eye(2), 2).item(0, of=2, name=NAMES[0]).number()
    exam.refuses(np.eye(2), -1, because="n = -1 is negative")
    for shape in ((2, 3), (3, 2), (3,)):
        exam.refuses(np.ones(shape), 2, because=f"W_hh is {shape}, which is not square")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), 2, because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), 2, because="W_hh has an inf")
