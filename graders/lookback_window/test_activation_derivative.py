"""Hidden grader of `activation_derivative`: f'(z) of tanh and of the logistic function (000)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import lookback_window as reference

ACTIVATIONS = ("tanh", "sigmoid")


def right(exam, z, activation, ask=None):
    """Asks for the derivative and accepts the right one, in the shape of z, only."""
    want = reference.activation_derivative(z, activation)
    (ask or exam.ask)(z, activation).equals(want, scale=reference.activation_gamma(activation))


@criterion(points=1)
def test_shape(exam):
    """Returns real numbers in the shape of z, whether it is a vector, a matrix or one number."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4)):
        exam.ask(rnn.z, "tanh").array(rnn.d)
        exam.ask(rnn.zs, "sigmoid").array(rnn.n, rnn.d)


@criterion(points=1)
def test_tanh(exam):
    """Is the derivative of tanh on random pre-activations."""
    for rnn in exam.rnns(*SEPARATING, count=12):
        right(exam, rnn.z, "tanh")
        exam.ask(rnn.z).equals(reference.activation_derivative(rnn.z))


@criterion(points=1)
def test_sigmoid(exam):
    """Is the derivative of the logistic function on random pre-activations."""
    for rnn in exam.rnns(*SEPARATING, count=12):
        right(exam, rnn.z, "sigmoid")


@criterion(points=1)
def test_edges(exam):
    """Is right at 0, for saturated units, for one number and for many steps at once."""
    for activation in ACTIVATIONS:
        for z in ([0.0], [0.0, 1.0], [400.0, -1.0], [-800.0, 800.0], [20.0, -20.0], [-5.0, 5.0]):
            right(exam, np.array(z), activation)
        right(exam, np.array(0.5), activation)
        right(exam, np.array([[0.5, -1.0], [2.0, 0.0], [-3.0, 0.1]]), activation)
        for rnn in exam.rnns("gauss1", count=2, n=(3, 5)):
            right(exam, rnn.zs, activation)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves z as it was, and takes read-only arrays and views."""
    for rnn in exam.rnns(*SEPARATING, count=3):
        for activation in ACTIVATIONS:
            right(exam, rnn.z, activation, exam.leaves_alone)
            right(exam, rnn.z, activation, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for an unknown activation and for nan or inf."""
    z = np.array([0.5, -1.0])
    exam.answers(z, "tanh").array(2)
    exam.answers(z, "sigmoid").array(2)
    for activation in ("relu", "Tanh", ""):
        exam.refuses(z, activation, because=f"there is no activation {activation!r} here")
    exam.refuses(np.array([np.nan, 0.5]), "tanh", because="z has a nan")
    exam.refuses(np.array([0.5, np.inf]), "sigmoid", because="z has an inf")
