"""Hidden grader of `eigen_power`: U Sᵏ U⁻¹ (document 001, item 8)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import spectral_analysis as reference

TURN = np.array([[0.0, -1.0], [1.0, 0.0]])


def right(exam, W_hh, k, ask=None):
    """Asks for the power and accepts W_hhᵏ only; errors grow with ‖W_hh‖ᵏ."""
    want = reference.eigen_power(W_hh, k)
    (ask or exam.ask)(W_hh, k).equals(want, scale=np.linalg.norm(W_hh, 2) ** k or 1.0)


def diagonalisable(exam, count, n=(2, 6)):
    """Random matrices whose eigenvectors are far from dependent, and as many steps each."""
    for rnn in exam.rnns(*SEPARATING, count=count, d=(2, 6), n=n):
        if np.linalg.cond(np.linalg.eig(rnn.W_hh)[1]) <= 1e4:
            yield rnn.W_hh, rnn.n


@criterion(points=0.5)
def test_shape(exam):
    """Returns a (d, d) array of real numbers."""
    for W_hh, k in diagonalisable(exam, 5):
        exam.ask(W_hh, k).array(*W_hh.shape)


@criterion(points=3.5)
def test_values(exam):
    """Equals the k-th power on random matrices."""
    for W_hh, k in diagonalisable(exam, 32):
        right(exam, W_hh, k)


@criterion(points=1)
def test_edges(exam):
    """Is right for k = 0 and k = 1, for complex and for zero eigenvalues, and for one unit."""
    for k in (0, 1, 3, np.int64(2)):
        right(exam, TURN, k)
        right(exam, np.array([[2.0, 1.0], [0.0, 3.0]]), k)
        right(exam, np.array([[1.0, 2.0], [2.0, 4.0]]), k)
        right(exam, np.array([[-0.5]]), k)
        right(exam, np.zeros((2, 2)), k)
    for W_hh, _ in diagonalisable(exam, 8):
        right(exam, W_hh, 0)
        right(exam, W_hh, 1)


@criterion(points=0.5)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for W_hh, k in diagonalisable(exam, 6):
        right(exam, W_hh, k, exam.leaves_alone)
        right(exam, W_hh, k, exam.ask_with_views)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for k < 0, for a defective matrix, and for shapes that do not fit."""
    exam.answers(np.diag([2.0, 3.0]), 2).array(2, 2)
    exam.refuses(np.diag([2.0, 3.0]), -1, because="k = -1 is negative")
    exam.refuses(np.array([[1.0, 1.0], [0.0, 1.0]]), 3, because="W_hh has one eigenvector only")
    exam.refuses(np.array([[0.0, 2.0], [0.0, 0.0]]), 2, because="W_hh has one eigenvector only")
    exam.refuses(np.ones((2, 3)), 2, because="W_hh is (2, 3), which is not square")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), 2, because="W_hh has a nan")
