"""Hidden grader of `weight_gradient` (bonus): the whole ∂h_t/∂W_hh[i, j], all paths summed."""

import numpy as np

from graders import scales
from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import rnn_gradients as reference


def right(exam, rnn, i, j, ask=None):
    """Asks for the gradient and accepts the sum over all steps only."""
    want = reference.weight_gradient(rnn.W_hh, rnn.zs, rnn.hs, i, j)
    scale = scales.of_weight_gradient(rnn.W_hh, rnn.zs, rnn.hs, i, j)
    (ask or exam.ask)(rnn.W_hh, rnn.zs, rnn.hs, i, j).equals(want, scale)


@criterion(points=1)
def test_shape(exam):
    """Returns a vector of shape (d,)."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(rnn.W_hh, rnn.zs, rnn.hs, rnn.i, rnn.j).array(rnn.d)


@criterion(points=5)
def test_values(exam):
    """Equals the derivative of the last state in W_hh[i, j] on random networks."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn, rnn.i, rnn.j)


@criterion(points=2)
def test_edges(exam):
    """Is right for no step and for one, for one unit, for i = j and over thirty steps."""
    exam.ask(np.eye(2), np.empty((0, 2)), np.ones((1, 2)), 0, 1).equals(np.zeros(2))
    for rnn in exam.rnns("gauss1.5", count=2, n=(1, 1)):
        right(exam, rnn, rnn.i, rnn.j)
    for rnn in exam.rnns("gauss1.5", count=2, d=(1, 1), n=(3, 3)):
        right(exam, rnn, 0, 0)
    for z in ([0.5, -800.0], [800.0, -0.5]):
        hs = np.array([[0.3, -0.7], np.tanh(z)])
        exam.ask(np.eye(2), np.array([z]), hs, 0, 1).equals(
            reference.weight_gradient(np.eye(2), np.array([z]), hs, 0, 1)
        )
    for rnn in exam.rnns("gauss1", count=2, d=(2, 3), n=(4, 4)):
        right(exam, rnn, rnn.i, rnn.i)
    for rnn in exam.rnns("orth_mixed", count=2, d=(3, 4), n=(30, 30)):
        right(exam, rnn, rnn.i, rnn.j)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3):
        right(exam, rnn, rnn.i, rnn.j, exam.leaves_alone)
        right(exam, rnn, rnn.i, rnn.j, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for indices that do not exist."""
    W_hh, zs, hs = np.eye(2), np.zeros((3, 2)), np.zeros((4, 2))
    exam.answers(W_hh, zs, hs, 0, 1).array(2)
    for shape in ((3, 2), (5, 2), (4, 1), (4, 3)):
        why = f"hs is {shape}, but should be (4, 2)"
        exam.refuses(W_hh, zs, np.zeros(shape), 0, 0, because=why)
    exam.refuses(W_hh, np.zeros((3, 3)), hs, 0, 1, because="zs is (3, 3), W_hh is (2, 2)")
    exam.refuses(np.ones((2, 3)), zs, hs, 0, 1, because="W_hh is (2, 3), which is not square")
    exam.refuses(W_hh, zs, hs, 0.0, 1, because="the index 0.0 is not an integer")
    for n, why in ((3, "when d = 2"), (0, "when d = 2, for no step either")):
        exam.refuses(W_hh, zs[:n], hs[: n + 1], 2, 0, because=f"there is no row 2 {why}")
        exam.refuses(W_hh, zs[:n], hs[: n + 1], -1, 0, because=f"there is no row -1 {why}")
        exam.refuses(W_hh, zs[:n], hs[: n + 1], 0, 2, because=f"there is no column 2 {why}")
        exam.refuses(W_hh, zs[:n], hs[: n + 1], 0, -1, because=f"there is no column -1 {why}")
    exam.refuses(W_hh, zs, np.full((4, 2), np.nan), 0, 1, because="hs has nans")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), zs, hs, 0, 1, because="W_hh has a nan")
    exam.refuses(W_hh, np.array([[0.0, np.nan]]), hs[:2], 0, 1, because="zs has a nan")
    exam.refuses(W_hh, np.full((3, 2), np.inf), hs, 0, 1, because="zs has infs")
