"""Hidden grader of `gradient_bound`: g_norm (gamma rho)^L, with 0⁰ = 1 (document 000)."""

import numpy as np

from graders.bound_draws import sizes
from graders.plugin import criterion
from reference import lookback_window as reference


def right(exam, *args):
    """Asks for the bound and accepts the right one only."""
    want = reference.gradient_bound(*args)
    exam.ask(*args).equals(want, scale=want)


@criterion(points=1)
def test_shape(exam):
    """Returns one number."""
    for args in sizes(exam, 4, steps=(1, 4)):
        exam.ask(*args).number()


@criterion(points=2)
def test_values(exam):
    """Equals the bound for random sizes and windows."""
    for args in sizes(exam, 24):
        right(exam, *args)


@criterion(points=1)
def test_edges(exam):
    """Is right for L = 0, for L = 1, and where a size is 0."""
    for args in sizes(exam, 3, steps=(1, 1)):
        right(exam, *args)
    for g_norm, gamma, rho, L in sizes(exam, 3):
        right(exam, g_norm, gamma, rho, 0)
        right(exam, g_norm, gamma, 0.0, L)
        right(exam, g_norm, gamma, 0.0, 0)
        right(exam, 0.0, gamma, rho, L)


@criterion(points=1)
def test_range(exam):
    """Is inf or 0.0 where the bound is beyond the range of float64."""
    for args in ((1.0, 1.0, 2.0, 2000), (3.0, 0.25, 8.0, 3000), (2.0, 1.0, 1e200, 2)):
        right(exam, *args)
    for args in ((1.0, 1.0, 0.5, 5000), (1e3, 0.25, 0.5, 3000), (2.0, 1.0, 1e-200, 2)):
        right(exam, *args)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for negative sizes, windows that are no window, and nan."""
    exam.answers(1.0, 1.0, 2.0, 3).number()
    exam.refuses(-1.0, 1.0, 2.0, 3, because="g_norm is negative")
    exam.refuses(1.0, -1.0, 2.0, 3, because="gamma is negative")
    exam.refuses(1.0, 1.0, -2.0, 3, because="rho is negative")
    exam.refuses(1.0, 1.0, 2.0, -1, because="L is negative")
    exam.refuses(1.0, 1.0, 2.0, 1.5, because="L is 1.5, which is not an integer")
    for k in range(3):
        sizes_with_nan = [np.nan if k == place else 1.0 for place in range(3)]
        exam.refuses(*sizes_with_nan, 3, because="a size is nan")
