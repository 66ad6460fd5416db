"""Hidden grader of `vanishing_window`: the smallest L with g_norm (gamma rho)^L < eps (000)."""

import numpy as np

from graders.bound_draws import sizes, thresholds
from graders.plugin import criterion
from reference import lookback_window as reference

DECAY = (0.3, 0.95)


def right(exam, *args):
    """Asks for the window and accepts the right one, or None, only."""
    exam.ask(*args).counts(reference.vanishing_window(*args))


@criterion(points=1)
def test_shape(exam):
    """Returns one number if the bound decays."""
    for args in thresholds(exam, 4, steps=(2, 6), ratios=DECAY):
        exam.ask(*args).number()


@criterion(points=5)
def test_values(exam):
    """Is the first window whose bound is below eps, for random sizes."""
    for args in thresholds(exam, 30, steps=(2, 40), ratios=DECAY):
        right(exam, *args)


@criterion(points=2)
def test_never(exam):
    """Is None where the bound does not decay, and the gradient is not below eps already."""
    for g_norm, gamma, rho, _ in sizes(exam, 9, ratios=(1.1, 3.0)):
        right(exam, g_norm, gamma, rho, 1e-6)
    for g_norm, gamma in ((2.0, 1.0), (3.0, 0.25), (1.0, 0.5)):
        right(exam, g_norm, gamma, 1 / gamma, 1e-6)


@criterion(points=2)
def test_edges(exam):
    """Is 0 where the gradient is below eps already, and 1 where one step leaves nothing."""
    for ratios in (DECAY, (1.1, 3.0)):
        for g_norm, gamma, rho, _ in sizes(exam, 6, ratios=ratios):
            right(exam, g_norm, gamma, rho, float(np.ceil(7 * g_norm)))
    for g_norm, gamma, rho, _ in sizes(exam, 2):
        right(exam, g_norm, gamma, 0.0, 1e-6)
        right(exam, g_norm, 0.0, rho, 1e-6)
        right(exam, g_norm, gamma, 0.0, float(np.ceil(7 * g_norm)))
        right(exam, 0.0, gamma, rho, 1e-6)


@criterion(points=3)
def test_far(exam):
    """Is right for windows of thousands of steps, and where eps / g_norm is too small a number."""
    for args in thresholds(exam, 6, steps=(1000, 4000), ratios=(0.97, 0.99)):
        right(exam, *args)
    for args in ((1e300, 1.0, 0.95, 1e-300), (1e200, 0.25, 2.0, 1e-200), (1e250, 0.6, 1.5, 1e-99)):
        right(exam, *args)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for negative sizes, an eps that is not above 0, and nan."""
    exam.answers(1.0, 1.0, 0.5, 1e-3).number()
    exam.refuses(1.0, 1.0, 0.5, 0.0, because="eps is 0")
    exam.refuses(1.0, 1.0, 0.5, -1e-3, because="eps is negative")
    exam.refuses(-1.0, 1.0, 0.5, 1e-3, because="g_norm is negative")
    exam.refuses(1.0, -1.0, 0.5, 1e-3, because="gamma is negative")
    exam.refuses(1.0, 1.0, -0.5, 1e-3, because="rho is negative")
    for k in range(4):
        sizes_with_nan = [np.nan if k == place else 0.5 for place in range(4)]
        exam.refuses(*sizes_with_nan, because="a number is nan")
