"""Hidden grader of `jacobian`: J = diag(f'(z)) W_hh for tanh and the logistic function (000)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import lookback_window as reference

ACTIVATIONS = ("tanh", "sigmoid")


def right(exam, W_hh, z, activation, ask=None):
    """Asks for the Jacobian of one step and accepts diag(f'(z)) W_hh only."""
    want = reference.jacobian(W_hh, z, activation)
    scale = reference.activation_gamma(activation) * np.abs(W_hh).max()
    (ask or exam.ask)(W_hh, z, activation).equals(want, scale)


@criterion(points=1)
def test_shape(exam):
    """Returns a (d, d) array of real numbers."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4)):
        exam.ask(rnn.W_hh, rnn.z, ACTIVATIONS[rnn.n % 2]).array(rnn.d, rnn.d)


@criterion(points=1)
def test_tanh(exam):
    """Equals the Jacobian of one step with tanh, which is also what no word stands for."""
    for rnn in exam.rnns(*SEPARATING, count=12):
        right(exam, rnn.W_hh, rnn.z, "tanh")
        want = reference.jacobian(rnn.W_hh, rnn.z)
        exam.ask(rnn.W_hh, rnn.z).equals(want, scale=np.abs(rnn.W_hh).max())


@criterion(points=1)
def test_sigmoid(exam):
    """Equals the Jacobian of one step with the logistic function."""
    for rnn in exam.rnns(*SEPARATING, count=12):
        right(exam, rnn.W_hh, rnn.z, "sigmoid")


@criterion(points=1)
def test_edges(exam):
    """Is right for one unit, for z = 0 and for saturated units."""
    W_hh = np.array([[1.0, -2.0], [3.0, 4.0]])
    for activation in ACTIVATIONS:
        right(exam, np.array([[2.0]]), np.array([0.7]), activation)
        for z in ([0.0, 0.0], [0.0, 1.0], [400.0, -1.0], [-800.0, 0.5]):
            right(exam, W_hh, np.array(z), activation)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves W_hh and z as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3):
        for activation in ACTIVATIONS:
            right(exam, rnn.W_hh, rnn.z, activation, exam.leaves_alone)
            right(exam, rnn.W_hh, rnn.z, activation, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for shapes that do not fit, an unknown activation, and nan or inf."""
    W_hh, z = np.array([[1.0, 2.0], [3.0, 4.0]]), np.zeros(2)
    exam.answers(W_hh, z, "sigmoid").array(2, 2)
    exam.refuses(W_hh, z, "relu", because="there is no activation 'relu' here")
    exam.refuses(W_hh, np.zeros(3), "tanh", because="z has 3 entries, W_hh is (2, 2)")
    exam.refuses(np.ones((2, 3)), z, "tanh", because="W_hh is (2, 3), which is not square")
    exam.refuses(np.ones((3, 2)), np.zeros(3), because="W_hh is (3, 2), which is not square")
    exam.refuses(W_hh, np.zeros((2, 1)), "tanh", because="z has 2 dimensions")
    exam.refuses(np.array([[1.0, np.nan], [3.0, 4.0]]), z, "tanh", because="W_hh has a nan")
    exam.refuses(W_hh, np.array([0.0, np.inf]), "sigmoid", because="z has an inf")
