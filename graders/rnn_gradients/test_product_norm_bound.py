"""Hidden grader of `product_norm_bound`: ∏ max tanh'(z_k) ‖W_hh‖₂ and ‖W_hh‖₂ⁿ (003, bounds 2)."""

import numpy as np

from graders import scales
from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import rnn_gradients as reference

NAMES = ("the tight bound", "the loose bound")


def right(exam, W_hh, zs, which, ask=None):
    """Asks for the bounds and accepts the right one in place `which` (0 tight, 1 loose)."""
    want = reference.product_norm_bound(W_hh, zs)
    scale = (scales.of_product_bound(want[0], zs), max(len(zs), 1) * want[1])[which]
    (ask or exam.ask)(W_hh, zs).item(which, of=2, name=NAMES[which]).equals(want[which], scale)


@criterion(points=1)
def test_shape(exam):
    """Returns two numbers, (tight, loose)."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(rnn.W_hh, rnn.zs).item(0, of=2, name=NAMES[0]).number()
        exam.ask(rnn.W_hh, rnn.zs).item(1, of=2, name=NAMES[1]).number()


@criterion(points=3)
def test_tight(exam):
    """The tight bound is right on random networks."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, rnn.W_hh, rnn.zs, 0)


@criterion(points=2)
def test_loose(exam):
    """The loose bound is right on random networks."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, rnn.W_hh, rnn.zs, 1)


@criterion(points=2)
def test_edges(exam):
    """Both are right for no step, for one step, for thirty and for one unit."""
    W_hh = np.array([[3.0, 0.0], [0.0, 4.0]])
    zero_or_large = np.array([[0.0, 9.0], [0.0, 9.0]])
    for zs in (
        np.empty((0, 2)),
        zero_or_large,
        np.array([[0.5, -2.0]]),
        np.full((70, 2), 0.1),
        np.full((2, 2), -4.0),
    ):
        right(exam, W_hh, zs, 0)
        right(exam, W_hh, zs, 1)
    for z in ([0.5, -800.0], [800.0, 0.5]):
        right(exam, W_hh, np.array([z]), 0)
    for rnn in exam.rnns("contractive", count=2, d=(1, 2), n=(30, 30)):
        right(exam, rnn.W_hh, rnn.zs, 0)
        right(exam, rnn.W_hh, rnn.zs, 1)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves W_hh and zs as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=3):
        right(exam, rnn.W_hh, rnn.zs, 0, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.zs, 1, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    W_hh = np.array([[3.0, 0.0], [0.0, 4.0]])
    exam.answers(W_hh, np.zeros((1, 2))).item(0, of=2, name=NAMES[0]).number()
    for shape in ((2,), (2, 1), (2, 5), (1, 2, 2)):
        exam.refuses(W_hh, np.zeros(shape), because=f"zs is {shape}, W_hh is (2, 2)")
    for shape in ((2,), (2, 3), (3, 2)):
        zs = np.zeros((1, shape[0]))
        exam.refuses(np.ones(shape), zs, because=f"W_hh is {shape}, which is not square")
    exam.refuses(W_hh, np.array([[0.0, np.nan]]), because="zs has a nan")
    exam.refuses(W_hh, np.array([[0.0, np.inf]]), because="zs has an inf")
    exam.refuses(np.array([[3.0, np.nan], [0.0, 4.0]]), np.zeros((1, 2)), because="W_hh has a nan")
    exam.refuses(np.full((2, 2), np.inf), np.zeros((1, 2)), because="W_hh has an inf")
