"""Hidden grader of `cross_entropy_loss`: −ln p[c] with y[c] = 1 (document 003, question 1)."""

import numpy as np

from graders.plugin import criterion
from reference import rnn_gradients as reference

ORDINARY = ("dirichlet0.3", "dirichlet1", "dirichlet5")
EXTREME = ("zero_wrong", "unlikely_true", "rare_true", "zero_true")


def right(exam, y, p, ask=None):
    """Asks for the loss of (y, p) and accepts −ln p[c] only."""
    want = reference.cross_entropy_loss(y, p)
    scale = max(1.0, abs(want)) if np.isfinite(want) else 1.0
    (ask or exam.ask)(y, p).equals(want, scale)


@criterion(points=1)
def test_shape(exam):
    """Returns one real number."""
    for label in exam.labels(*ORDINARY, count=4):
        exam.ask(label.y, label.p).number()


@criterion(points=3)
def test_values(exam):
    """Equals minus the natural logarithm of the true class's probability."""
    for label in exam.labels(*ORDINARY, count=24):
        right(exam, label.y, label.p)


@criterion(points=2)
def test_edges(exam):
    """Is exact when a class is certain, impossible or very unlikely."""
    for label in exam.labels(*EXTREME, count=12):
        right(exam, label.y, label.p)
    right(exam, np.array([1.0]), np.array([1.0]))
    right(exam, np.array([1.0, 0.0, 0.0]), np.array([0.2, 0.5, 0.3]))
    right(exam, np.eye(12)[7], np.full(12, 1 / 12))
    right(exam, np.array([1.0, 0.0]), np.array([1.0, 0.0]))
    right(exam, np.array([0.0, 1.0]), np.array([1.0, 0.0]))
    right(exam, np.array([0.0, 1.0]), np.array([1.0, 1e-300]))


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves y and p as they were, and takes read-only arrays and views."""
    for label in exam.labels(*ORDINARY, count=3):
        right(exam, label.y, label.p, exam.leaves_alone)
        right(exam, label.y, label.p, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for a y that is not one-hot and a p that is no distribution."""
    y, half = np.array([0.0, 1.0]), np.array([0.5, 0.5])
    exam.answers(y, half).number()
    exam.refuses(y, np.array([0.2, 0.3, 0.5]), because="y has 2 classes, p has 3")
    exam.refuses(np.array([1.0, 0.0, 0.0]), half, because="y has 3 classes, p has 2")
    exam.refuses(np.zeros(2), half, because="no class of y is 1")
    exam.refuses(np.ones(2), half, because="two classes of y are 1")
    exam.refuses(half, half, because="y is not one-hot")
    exam.refuses(np.array([0.0, 0.5]), half, because="y has a class of 0.5, and none of 1")
    exam.refuses(np.array([0.0, 2.0]), half, because="y has a class of 2, and none of 1")
    exam.refuses(1, half, because="y is a class index, not a one-hot vector")
    exam.refuses(y, np.array([0.5, 0.6]), because="p sums to 1.1")
    exam.refuses(y, np.array([0.5, 0.501]), because="p sums to 1.001")
    exam.refuses(y, np.array([0.5, 0.50001]), because="p sums to 1.00001")
    exam.refuses(np.array([1.0, 1.0, -1.0]), np.full(3, 1 / 3), because="y is not one-hot")
    exam.refuses(y[None], half[None], because="y and p have 2 dimensions")
    exam.refuses(np.array(1.0), np.array(1.0), because="y and p have no dimension")
    exam.refuses(y, np.array([1.5, -0.5]), because="p has entries outside [0, 1]")
    exam.refuses(np.eye(3)[2], np.array([-0.2, 0.7, 0.5]), because="p has a negative entry")
    exam.refuses(y, np.array([np.nan, 0.5]), because="p has a nan")
    exam.refuses(np.array([1.0]), np.array([np.nan]), because="p is nan")
    exam.refuses(np.array([]), np.array([]), because="there is no class at all")
