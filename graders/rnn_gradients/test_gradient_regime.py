"""Hidden grader of `gradient_regime`: what ‖W_hh‖₂ alone can tell (document 003, last section)."""

import numpy as np

from graders.plugin import criterion
from reference import rnn_gradients as reference

TELLING = ("nilpotent", "orthogonal", "gauss1", "nonnormal", "rankdef")
"""Families in which the spectral norm and its look-alikes fall on different sides of 1."""


def networks(exam, count, *distances):
    """Weight matrices whose spectral norm is 1 ± a number between the two `distances`, in turn."""
    rng, digits = exam.generator(), 3 - int(np.log10(distances[0]))
    for k, rnn in enumerate(exam.rnns(*TELLING, count=count)):
        norm = np.round(1.0 + (-1) ** k * rng.uniform(*distances), digits)
        yield rnn.W_hh * (norm / np.linalg.norm(rnn.W_hh, 2))


@criterion(points=1)
def test_shape(exam):
    """Returns one of the words "vanishing", "borderline" and "may_explode"."""
    for W_hh in networks(exam, 4, 0.03, 0.5):
        exam.ask(W_hh).is_one_of("vanishing", "borderline", "may_explode")


def far_networks(exam, count):
    """Weight matrices whose spectral norm is far below 1 and far above it, in turn."""
    rng = exam.generator()
    for k, rnn in enumerate(exam.rnns(*TELLING, count=count, d=(1, 4))):
        norm = np.round(10.0 ** ((-1) ** k * rng.uniform(0.5, 1.5)), 2)
        yield rnn.W_hh * (norm / (np.linalg.norm(rnn.W_hh, 2) or 1.0))


@criterion(points=2)
def test_values(exam):
    """Tells "vanishing" from "may_explode" on random networks."""
    for W_hh in far_networks(exam, 10):
        exam.ask(W_hh).says(reference.gradient_regime(W_hh))
    for W_hh in networks(exam, 40, 0.03, 0.5):
        exam.ask(W_hh).says(reference.gradient_regime(W_hh))


@criterion(points=1)
def test_edges(exam):
    """Is right close to norm 1, with the tolerance that is given."""
    for distances in ((1e-7, 4e-7), (6e-7, 9e-7)):
        for W_hh in networks(exam, 4, *distances):
            exam.ask(W_hh).says("borderline")
    for W_hh in networks(exam, 10, 3e-6, 8e-6):
        exam.ask(W_hh).says(reference.gradient_regime(W_hh))
        exam.ask(W_hh, 0.0).says(reference.gradient_regime(W_hh, 0.0))
    for distances in ((0.096, 0.099), (0.101, 0.104), (0.106, 0.11), (0.12, 0.15)):
        for W_hh in networks(exam, 4, *distances):
            exam.ask(W_hh, 0.1).says(reference.gradient_regime(W_hh, 0.1))
    for W_hh in networks(exam, 10, 0.06, 0.09):
        exam.ask(W_hh).says(reference.gradient_regime(W_hh))
        exam.ask(W_hh, 0.1).says("borderline")
    for W_hh in (np.eye(2), np.eye(2)[::-1], 2 * np.eye(2)[::-1], 5 * np.eye(2), 0 * np.eye(2)):
        exam.ask(W_hh.copy()).says(reference.gradient_regime(W_hh))
    for W_hh in (np.array([[0.5]]), np.array([[-0.5]]), np.array([[-3.0]])):
        exam.ask(W_hh.copy()).says(reference.gradient_regime(W_hh))


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves W_hh as it was, and takes read-only arrays and views."""
    for W_hh in networks(exam, 6, 0.03, 0.5):
        exam.leaves_alone(W_hh).says(reference.gradient_regime(W_hh))
        exam.ask_with_views(W_hh).says(reference.gradient_regime(W_hh))


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for a matrix that is not square and for nan or inf."""
    exam.answers(np.eye(2)).word()
    exam.refuses(np.zeros((3, 2)), because="W_hh is (3, 2), which is not square")
    exam.refuses(np.zeros((2, 3)), because="W_hh is (2, 3), which is not square")
    exam.refuses(np.zeros(3), because="W_hh has 1 dimension")
    exam.refuses(np.array([[1.0, np.nan], [0.0, 1.0]]), because="W_hh has a nan")
    exam.refuses(np.array([[1.0, np.inf], [0.0, 1.0]]), because="W_hh has an inf")
    exam.refuses(np.array([[np.nan]]), because="W_hh is nan")
