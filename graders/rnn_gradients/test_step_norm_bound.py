"""Hidden grader of `step_norm_bound`: max tanh'(z) ‖W_hh‖₂ and ‖W_hh‖₂ (document 003, bounds 1)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import rnn_gradients as reference


def right(exam, W_hh, z, which, ask=None):
    """Asks for the bounds and accepts the right one in place `which` (0 tight, 1 loose)."""
    want = reference.step_norm_bound(W_hh, z)
    name = ("the tight bound", "the loose bound")[which]
    answer = (ask or exam.ask)(W_hh, z).item(which, of=2, name=name)
    answer.equals(want[which], scale=np.linalg.norm(W_hh, 2))


@criterion(points=1)
def test_shape(exam):
    """Returns two numbers, (tight, loose)."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4)):
        exam.ask(rnn.W_hh, rnn.z).item(0, of=2, name="the tight bound").number()
        exam.ask(rnn.W_hh, rnn.z).item(1, of=2, name="the loose bound").number()


@criterion(points=2)
def test_tight(exam):
    """The tight bound is right on random networks."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn.W_hh, rnn.z, 0)


@criterion(points=2)
def test_loose(exam):
    """The loose bound is right on random networks."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        right(exam, rnn.W_hh, rnn.z, 1)


@criterion(points=1)
def test_edges(exam):
    """Both are right for one unit, for a z of 0, and for a matrix without inverse or of zeros."""
    for W_hh, z in (
        ([[-2.0]], [0.5]),
        ([[0.0, 3.0], [0.0, 0.0]], [0.0, 5.0]),
        ([[3.0, 0.0], [0.0, 4.0]], [1.0, -2.0]),
        ([[0.0, 0.0], [0.0, 0.0]], [1.0, 1.0]),
        ([[1.0, 2.0], [3.0, 4.0]], [-3.0, 0.1]),
        ([[1.0, 2.0], [3.0, 4.0]], [-5.0, 4.0]),
        ([[1.0, 2.0], [3.0, 4.0]], [800.0, 0.5]),
        ([[1.0, 2.0], [3.0, 4.0]], [-0.5, -800.0]),
    ):
        right(exam, np.array(W_hh), np.array(z), 0)
        right(exam, np.array(W_hh), np.array(z), 1)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves W_hh and z as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3):
        right(exam, rnn.W_hh, rnn.z, 0, exam.leaves_alone)
        right(exam, rnn.W_hh, rnn.z, 1, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit and for nan or inf."""
    W_hh = np.array([[1.0, 2.0], [3.0, 4.0]])
    exam.answers(W_hh, np.zeros(2)).item(0, of=2, name="the tight bound").number()
    exam.refuses(W_hh, np.ones(1), because="z has 1 entry, W_hh is (2, 2)")
    for shape in ((2,), (2, 3), (3, 2)):
        z = np.zeros(shape[0])
        exam.refuses(np.ones(shape), z, because=f"W_hh is {shape}, which is not square")
    exam.refuses(W_hh, np.zeros((2, 1)), because="z has 2 dimensions")
    exam.refuses(np.array([[1.0, np.nan], [3.0, 4.0]]), np.zeros(2), because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [3.0, 4.0]]), np.zeros(2), because="W_hh has an inf")
    exam.refuses(W_hh, np.array([0.0, np.inf]), because="z has an inf")
    exam.refuses(np.array([[1.0]]), np.array([np.nan]), because="z is nan")
