"""The scales of the look-back window: as large as rounding can be, and never 0."""

import numpy as np
import pytest

from graders import scales


def test_a_gradient_that_goes_nowhere_has_the_scale_of_its_length():
    assert scales.of_loss_gradient(np.eye(2), np.empty((0, 2)), np.array([3.0, 4.0]), 1.0) == 5.0


def test_a_gradient_that_dies_on_its_way_keeps_the_scale_of_what_it_was_made_of():
    W_hh, slopes = np.array([[0.0, 2.0], [0.0, 0.0]]), np.ones((2, 2))

    # E = 5, then 2 * 5 + 2 * 5, then 2 * 20 + 2 * 6
    assert scales.of_loss_gradient(W_hh, slopes, np.array([3.0, 4.0]), 1.0) == 52.0


@pytest.mark.parametrize(
    ("args", "scale"),
    [
        ((np.e, 1.0, 1.0, 7), 1.001),
        ((1.0, np.exp(-2), np.e, 3), 9.001),
        ((0.0, 1.0, np.e, 2), 2.001),
        ((1.0, 1.0, 0.0, 5), 0.001),
    ],
)
def test_logarithms_that_cancel_still_count(args, scale):
    assert scales.of_log_bound(*args) == pytest.approx(scale)
