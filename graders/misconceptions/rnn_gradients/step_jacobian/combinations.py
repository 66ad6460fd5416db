"""Two mistakes at once."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your Jacobian equals W_hh with its columns scaled, by numbers that can exceed one: "
    "two things to look at.",
    staff="Two mistakes: the diagonal on the wrong side, and the square of tanh' forgotten.",
)
def W_diag_no_square(W_hh, z):
    return W_hh * (1 - np.tanh(z))


@misconception(
    student="Your Jacobian equals W_hh with its columns scaled, by a quarter at most: "
    "two things to look at.",
    staff="Two mistakes: the diagonal on the wrong side, and the logistic derivative.",
)
def W_diag_sigmoid(W_hh, z):
    s = 1 / (1 + np.exp(-z))
    return W_hh * (s * (1 - s))


@misconception(
    student="Your matrix has its rows and columns exchanged, and its factors can exceed one: "
    "check the layout of J, then your derivative of tanh.",
    staff="Two mistakes: the transpose of J, and the square of tanh' forgotten.",
)
def transposed_no_square(W_hh, z):
    return (np.diag(1 - np.tanh(z)) @ W_hh).T


@misconception(
    student="Your matrix has its rows and columns exchanged, and is too small: "
    "check the layout of J, then which activation function the network has.",
    staff="Two mistakes: the transpose of J, and the logistic derivative.",
)
def transposed_sigmoid(W_hh, z):
    s = 1 / (1 + np.exp(-z))
    return W_hh.T * (s * (1 - s))
