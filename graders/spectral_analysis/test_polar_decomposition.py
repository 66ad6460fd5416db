"""Hidden grader of `polar_decomposition`: W_hh = Q R (document 002, end).

R is unique, Q only for an invertible W_hh: so Q is asked for what makes it one.
"""

import numpy as np

from graders.compare import RTOL
from graders.draws import SEPARATING
from graders.errors import WrongAnswer
from graders.plugin import criterion
from reference import spectral_analysis as reference


def right_stretch(exam, W_hh, ask=None):
    """Asks for the factors and accepts the one symmetric R there is."""
    want = reference.polar_decomposition(W_hh)[1]
    scale = np.linalg.norm(W_hh, 2) or 1.0
    (ask or exam.ask)(W_hh).item(1, of=2, name="R").equals(want, scale)


def right_turn(exam, W_hh, ask=None):
    """Asks for the factors and accepts any orthogonal Q that makes W_hh of R."""
    R = reference.polar_decomposition(W_hh)[1]
    (ask or exam.ask)(W_hh).item(0, of=2, name="Q").satisfies(turns, R, W_hh)


def turns(Q, R, W_hh):
    """Q is orthogonal, and Q R is W_hh."""
    d, scale = len(W_hh), np.linalg.norm(W_hh, 2) or 1.0
    Q = Q.array(d, d)
    for what, difference, allowed in (
        ("Qᵀ Q differs from I", Q.T @ Q - np.eye(d), RTOL),
        ("Q times the right R differs from W_hh", Q @ R - W_hh, RTOL * scale),
    ):
        error = np.abs(difference).max()
        if not error <= allowed:
            raise WrongAnswer(f"{what} by {error:.2g} (allowed {allowed:.1g})")


def invertible(exam, count, d=(2, 8)):
    """Random matrices that shrink no direction below a thousandth of the most stretched one."""
    for rnn in exam.rnns(*SEPARATING, count=count, d=d):
        if np.linalg.cond(rnn.W_hh) <= 1e3:
            yield rnn.W_hh


@criterion(points=0.5)
def test_shape(exam):
    """Returns two (d, d) arrays of real numbers, Q and R."""
    for W_hh in invertible(exam, 6, d=(1, 4)):
        exam.ask(W_hh).item(0, of=2, name="Q").array(*W_hh.shape)
        exam.ask(W_hh).item(1, of=2, name="R").array(*W_hh.shape)


@criterion(points=2)
def test_stretch(exam):
    """R is the symmetric factor without negative eigenvalues on random matrices."""
    for W_hh in invertible(exam, 28):
        right_stretch(exam, W_hh)


@criterion(points=2)
def test_turn(exam):
    """Q is orthogonal on random matrices, and its product with R is W_hh."""
    for W_hh in invertible(exam, 28):
        right_turn(exam, W_hh)


@criterion(points=0.5)
def test_edges(exam):
    """Both are right for one unit, for turns, for symmetric and for singular matrices."""
    edges = [[[0.0, -0.1], [10.0, 0.0]], [[-2.0]], [[0.0, 2.0], [2.0, 0.0]], [[1, 2], [2, 4]]]
    for W_hh in (*map(np.array, edges), np.zeros((2, 2)), 2.0 * np.eye(3, k=1)):
        right_stretch(exam, W_hh)
        right_turn(exam, W_hh)
    for rnn in exam.rnns("rankdef", "orthogonal", count=4, d=(3, 5)):
        right_stretch(exam, rnn.W_hh)
        right_turn(exam, rnn.W_hh)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for W_hh in invertible(exam, 4):
        right_stretch(exam, W_hh, exam.leaves_alone)
        right_turn(exam, W_hh, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for a matrix that is not square and for nan or inf."""
    exam.answers(np.eye(2)).item(1, of=2, name="R").array(2, 2)
    for shape in ((2, 3), (3, 2), (3,)):
        exam.refuses(np.ones(shape), because=f"W_hh is {shape}, which is not square")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), because="W_hh has an inf")
