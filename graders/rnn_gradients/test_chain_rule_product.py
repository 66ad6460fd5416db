"""Hidden grader of `chain_rule_product`: J_t ⋯ J_{i+1}, newest leftmost (document 003, 2b)."""

import numpy as np

from graders import scales
from graders.draws import OF_PRODUCTS
from graders.plugin import criterion
from reference import rnn_gradients as reference


def right(exam, jacobians, d, ask=None):
    """Asks for the product and accepts the one with the newest factor leftmost only."""
    want = reference.chain_rule_product(jacobians, d)
    (ask or exam.ask)(jacobians, d).equals(want, scale=scales.of_product(jacobians))


def jacobians(rnn):
    """The step Jacobians of a network, the oldest first."""
    return [reference.step_jacobian(rnn.W_hh, z) for z in rnn.zs]


@criterion(points=1)
def test_shape(exam):
    """Returns a (d, d) array of real numbers."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=4, d=(1, 4), n=(1, 3)):
        exam.ask(jacobians(rnn), rnn.d).array(rnn.d, rnn.d)


@criterion(points=6)
def test_values(exam):
    """Equals the Jacobian over several steps on random networks."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=30):
        right(exam, jacobians(rnn), rnn.d)


@criterion(points=3)
def test_edges(exam):
    """Is right for no step, for one step, for thirty, for one unit and for a stacked array."""
    right(exam, [], 3)
    right(exam, np.empty((0, 2, 2)), 2)
    right(exam, [np.array([[0.0, 2.0], [0.0, 0.0]]), np.array([[0.0, 0.0], [0.0, 1.0]])], 2)
    for rnn in exam.rnns("gauss1.5", count=2, n=(1, 1)):
        right(exam, jacobians(rnn), rnn.d)
    for rnn in exam.rnns("gauss1.5", count=2, d=(1, 1), n=(3, 3)):
        right(exam, jacobians(rnn), rnn.d)
    for family, n in (("orthogonal", 30), ("contractive", 30), ("gauss3", 12)):
        for rnn in exam.rnns(family, count=2, d=(3, 4), n=(n, n)):
            right(exam, jacobians(rnn), rnn.d)
    right(exam, [np.array([[0.0, 2.0], [1.0, 0.0]])], np.int64(2))
    for rnn in exam.rnns(*OF_PRODUCTS, count=4):
        right(exam, np.stack(jacobians(rnn)), rnn.d)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for rnn in exam.rnns(*OF_PRODUCTS, count=3):
        right(exam, jacobians(rnn), rnn.d, exam.leaves_alone)
        right(exam, jacobians(rnn), rnn.d, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for a factor of another shape and for an impossible d."""
    exam.answers([np.eye(2)], 2).array(2, 2)
    exam.refuses([np.eye(2), np.eye(3)], 2, because="the second factor is (3, 3)")
    exam.refuses([np.ones((2, 3))], 2, because="the factor is (2, 3)")
    exam.refuses([np.ones((3, 2))], 2, because="the factor is (3, 2)")
    exam.refuses([np.ones(2)], 2, because="the factor has 1 dimension")
    exam.refuses([], 0, because="d = 0 is no number of units")
    exam.refuses([np.eye(2)], 2.5, because="d = 2.5 is not an integer")
    exam.refuses([np.array([[1.0, np.nan], [0.0, 1.0]])], 2, because="a factor has a nan")
    exam.refuses([np.full((2, 2), np.inf)], 2, because="a factor has infs")
