"""Hidden grader of `log_gradient_bound`: ln g_norm + L ln(gamma rho), computed in logarithms."""

import numpy as np

from graders import scales
from graders.bound_draws import sizes
from graders.plugin import criterion
from reference import lookback_window as reference


def right(exam, *args):
    """Asks for the logarithm of the bound and accepts the right one only."""
    want = reference.log_gradient_bound(*args)
    exam.ask(*args).equals(want, scale=scales.of_log_bound(*args))


@criterion(points=1)
def test_shape(exam):
    """Returns one number."""
    for args in sizes(exam, 4, steps=(1, 4)):
        exam.ask(*args).number()


@criterion(points=2)
def test_values(exam):
    """Equals the logarithm of the bound for random sizes and windows."""
    for args in sizes(exam, 24):
        right(exam, *args)


@criterion(points=2)
def test_range(exam):
    """Is right where the bound itself is beyond the range of float64."""
    for args in sizes(exam, 8, steps=(3000, 5000), ratios=(0.2, 0.7)):
        right(exam, *args)
    for args in sizes(exam, 8, steps=(3000, 5000), ratios=(1.5, 5.0)):
        right(exam, *args)


@criterion(points=2)
def test_edges(exam):
    """Is right for L = 0, and minus infinity where the bound is 0."""
    for g_norm, gamma, rho, L in sizes(exam, 3):
        right(exam, g_norm, gamma, rho, 0)
        right(exam, g_norm, gamma, 0.0, 0)
        right(exam, g_norm, gamma, 0.0, L)
        right(exam, g_norm, 0.0, rho, L)
        right(exam, 0.0, gamma, rho, L)
        right(exam, 0.0, gamma, rho, 0)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for negative sizes, windows that are no window, and nan."""
    exam.answers(1.0, 1.0, 2.0, 3).number()
    exam.refuses(-1.0, 1.0, 2.0, 3, because="g_norm is negative")
    exam.refuses(1.0, -1.0, 2.0, 3, because="gamma is negative")
    exam.refuses(1.0, 1.0, -2.0, 3, because="rho is negative")
    exam.refuses(1.0, -1.0, -2.0, 3, because="gamma and rho are negative")
    exam.refuses(1.0, 1.0, 2.0, -1, because="L is negative")
    exam.refuses(1.0, 1.0, 2.0, 1.5, because="L is 1.5, which is not an integer")
    for k in range(3):
        sizes_with_nan = [np.nan if k == place else 1.0 for place in range(3)]
        exam.refuses(*sizes_with_nan, 3, because="a size is nan")
