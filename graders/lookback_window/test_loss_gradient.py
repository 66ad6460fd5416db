"""Hidden grader of `loss_gradient`: ∂ℓ/∂h_{T−L} = J_{T−L+1}ᵀ ⋯ J_Tᵀ g_T, a column (000)."""

import numpy as np

from graders import scales
from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import lookback_window as reference

ACTIVATIONS = ("tanh", "sigmoid")


def right(exam, W_hh, zs, g_T, L, activation="tanh", ask=None):
    """Asks for the gradient L steps back and accepts the right column only."""
    want = reference.loss_gradient(W_hh, zs, g_T, L, activation)
    slopes = [reference.activation_derivative(z, activation) for z in zs[len(zs) - L :]]
    gamma = reference.activation_gamma(activation)
    scale = scales.of_loss_gradient(W_hh, slopes, g_T, gamma)
    (ask or exam.ask)(W_hh, zs, g_T, L, activation).equals(want, scale)


def networks(exam, count):
    """Networks, each with a gradient at its end and a window that neither is 0 nor reaches h_0."""
    for rnn in exam.rnns(*SEPARATING, count=count, n=(3, 7)):
        yield rnn.W_hh, rnn.zs, rnn.hs[0], 1 + rnn.seed % (rnn.n - 1)


@criterion(points=1)
def test_shape(exam):
    """Returns a vector of shape (d,)."""
    for rnn in exam.rnns(*SEPARATING, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(rnn.W_hh, rnn.zs, rnn.hs[0], 1, ACTIVATIONS[rnn.n % 2]).array(rnn.d)


@criterion(points=3)
def test_one_step(exam):
    """Equals the gradient one step back, on random networks of one step."""
    for rnn in exam.rnns(*SEPARATING, count=16, n=(1, 1)):
        right(exam, rnn.W_hh, rnn.zs, rnn.hs[0], 1)


@criterion(points=4)
def test_tanh(exam):
    """Equals the gradient L steps back in random networks with tanh."""
    for W_hh, zs, g_T, L in networks(exam, 24):
        right(exam, W_hh, zs, g_T, L)


@criterion(points=3)
def test_sigmoid(exam):
    """Equals the gradient L steps back in random networks with the logistic function."""
    for W_hh, zs, g_T, L in networks(exam, 24):
        right(exam, W_hh, zs, g_T, L, "sigmoid")


@criterion(points=3)
def test_edges(exam):
    """Is right for L = 0, for all steps, for one unit, for thirty steps, and takes tanh unasked."""
    for activation in ACTIVATIONS:
        for rnn in exam.rnns("gauss1.5", "nonnormal", count=2, n=(3, 4)):
            right(exam, rnn.W_hh, rnn.zs, rnn.hs[0], 0, activation)
            right(exam, rnn.W_hh, rnn.zs, rnn.hs[0], rnn.n, activation)
        for rnn in exam.rnns("gauss1.5", count=2, d=(1, 1), n=(3, 3)):
            right(exam, rnn.W_hh, rnn.zs, rnn.hs[0], 2, activation)
        for rnn in exam.rnns("orth_mixed", count=2, d=(3, 4), n=(30, 30)):
            right(exam, rnn.W_hh, rnn.zs, rnn.hs[0], 29, activation)
        right(exam, np.eye(2), np.empty((0, 2)), np.array([1.0, -2.0]), 0, activation)
    for rnn in exam.rnns("gauss1", count=2, n=(3, 4)):
        want = reference.loss_gradient(rnn.W_hh, rnn.zs, rnn.hs[0], 2)
        exam.ask(rnn.W_hh, rnn.zs, rnn.hs[0], 2).equals(want)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for W_hh, zs, g_T, L in networks(exam, 3):
        right(exam, W_hh, zs, g_T, L, "tanh", exam.leaves_alone)
        right(exam, W_hh, zs, g_T, L, "sigmoid", exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for windows that do not exist, shapes that do not fit, and nan or inf."""
    W_hh, zs, g_T = np.array([[0.0, 2.0], [1.0, 0.0]]), np.zeros((2, 2)), np.ones(2)
    exam.answers(W_hh, zs, g_T, 2, "sigmoid").array(2)
    exam.refuses(W_hh, zs, g_T, 3, "tanh", because="L is 3, but there are 2 steps")
    exam.refuses(W_hh, zs, g_T, -1, "tanh", because="L is negative")
    exam.refuses(W_hh, zs, g_T, 1.0, "tanh", because="1.0 is not an integer")
    exam.refuses(W_hh, zs, g_T, 1, "relu", because="there is no activation 'relu' here")
    exam.refuses(W_hh, zs, g_T, 0, "relu", because="there is no activation 'relu', L = 0 or not")
    exam.refuses(W_hh, zs, np.ones(3), 1, "tanh", because="g_T has 3 entries, W_hh is (2, 2)")
    exam.refuses(W_hh, zs, np.ones((2, 1)), 1, "tanh", because="g_T has 2 dimensions")
    exam.refuses(W_hh, np.zeros((2, 3)), g_T, 1, "tanh", because="zs is (2, 3), W_hh is (2, 2)")
    exam.refuses(W_hh, np.zeros(2), g_T, 1, "tanh", because="zs has 1 dimension")
    exam.refuses(np.ones((2, 3)), zs, g_T, 1, "tanh", because="W_hh is (2, 3), not square")
    exam.refuses(W_hh, zs, np.array([1.0, np.nan]), 1, "tanh", because="g_T has a nan")
    exam.refuses(W_hh, np.full((2, 2), np.inf), g_T, 1, "tanh", because="zs has infs")
    exam.refuses(W_hh * np.nan, zs, g_T, 1, "tanh", because="W_hh has nans")
