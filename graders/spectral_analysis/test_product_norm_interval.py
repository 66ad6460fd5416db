"""Hidden grader of `product_norm_interval`: ∏ min ds σ_min and ∏ max ds σ_max (document 002)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import spectral_analysis as reference

NAMES = ("the lower bound", "the upper bound")


def right(exam, W_hh, ds, which, ask=None):
    """Asks for the bounds and accepts the right one in place `which` (0 lower, 1 upper)."""
    want = reference.product_norm_interval(W_hh, ds)
    # σ_min of a singular matrix is only zero up to rounding, which is as large as σ_max.
    scale = want[which] if np.linalg.cond(W_hh) <= 1e3 and want[which] else want[1] or 1.0
    (ask or exam.ask)(W_hh, ds).item(which, of=2, name=NAMES[which]).equals(want[which], scale)


def networks(exam, count, **sizes):
    """Random networks that shrink no direction below a thousandth of the most stretched one."""
    for rnn in exam.rnns(*SEPARATING, count=count, **sizes):
        if np.linalg.cond(rnn.W_hh) <= 1e3:
            yield rnn.W_hh, rnn.ds


@criterion(points=0.5)
def test_shape(exam):
    """Returns two numbers, (lower, upper)."""
    for W_hh, ds in networks(exam, 6, d=(1, 4), n=(1, 3)):
        exam.ask(W_hh, ds).item(0, of=2, name=NAMES[0]).number()
        exam.ask(W_hh, ds).item(1, of=2, name=NAMES[1]).number()


@criterion(points=1.5)
def test_lower(exam):
    """The lower bound is right on random networks."""
    for W_hh, ds in networks(exam, 28):
        right(exam, W_hh, ds, 0)


@criterion(points=1.5)
def test_upper(exam):
    """The upper bound is right on random networks."""
    for W_hh, ds in networks(exam, 28):
        right(exam, W_hh, ds, 1)


@criterion(points=0.5)
def test_edges(exam):
    """Both are right for no step, one step, one unit, singular weights and saturated units."""
    W_hh, singular = np.diag([0.5, 8.0]), np.array([[1.0, 2.0], [2.0, 4.0]])
    for weights, ds in (
        (W_hh, np.empty((0, 2))),
        (W_hh, np.array([[1.0, 0.25]])),
        (W_hh, np.array([[1.0, 0.0], [0.5, 1.0]])),
        (singular, np.array([[1.0, 0.5], [0.5, 0.25]])),
        (np.array([[-2.0]]), np.array([[0.5], [0.25]])),
    ):
        right(exam, weights, ds, 0)
        right(exam, weights, ds, 1)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh and ds as they were, and takes read-only arrays and views."""
    for W_hh, ds in networks(exam, 4):
        right(exam, W_hh, ds, 0, exam.leaves_alone)
        right(exam, W_hh, ds, 1, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for negative derivatives, shapes that do not fit, and nan or inf."""
    W_hh = np.eye(2)
    exam.answers(W_hh, np.ones((1, 2))).item(0, of=2, name=NAMES[0]).number()
    exam.refuses(W_hh, np.array([[1.0, -0.5]]), because="ds has a negative entry")
    for shape in ((2,), (2, 1), (2, 3), (1, 2, 2)):
        exam.refuses(W_hh, np.ones(shape), because=f"ds is {shape}, W_hh is (2, 2)")
    exam.refuses(np.ones((2, 3)), np.ones((1, 2)), because="W_hh is (2, 3), which is not square")
    exam.refuses(W_hh, np.array([[1.0, np.nan]]), because="ds has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), np.ones((1, 2)), because="W_hh has an inf")
