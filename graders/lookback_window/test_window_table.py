"""Hidden grader of `window_table`: rows of L and log10 of the bound, without overflow (000)."""

import numpy as np

from graders import scales
from graders.bound_draws import sizes
from graders.plugin import criterion
from reference import lookback_window as reference


def right(exam, g_norm, gamma, rho, windows, ask=None):
    """Asks for the table and accepts the right one only."""
    want = reference.window_table(g_norm, gamma, rho, windows)
    rounding = [scales.of_log_bound(g_norm, gamma, rho, L) for L in windows]
    scale = max(rounding, default=1.0) / np.log(10)
    (ask or exam.ask)(g_norm, gamma, rho, windows).equals(want, scale)


def windows_about(L):
    """A few windows that are neither evenly spaced nor as many as the longest of them."""
    return np.array([1, L, 3 * L + 1, L + 2])


@criterion(points=1)
def test_shape(exam):
    """Returns an (n, 2) array of real numbers, a row for each window."""
    for g_norm, gamma, rho, L in sizes(exam, 3, steps=(2, 4)):
        exam.ask(g_norm, gamma, rho, windows_about(L)).array(4, 2)
        exam.ask(g_norm, gamma, rho, windows_about(L)[:3]).array(3, 2)


@criterion(points=2)
def test_values(exam):
    """Has the windows and the decimal logarithms of their bounds, in the order of the windows."""
    for g_norm, gamma, rho, L in sizes(exam, 16):
        right(exam, g_norm, gamma, rho, windows_about(L))


@criterion(points=1)
def test_range(exam):
    """Is right where the bound itself is beyond the range of float64."""
    for ratios in ((0.1, 0.5), (2.0, 10.0)):
        for g_norm, gamma, rho, L in sizes(exam, 4, steps=(1500, 2000), ratios=ratios):
            right(exam, g_norm, gamma, rho, windows_about(L))


@criterion(points=1)
def test_edges(exam):
    """Is right for no window, for L = 0, for a list, and minus infinity where the bound is 0."""
    for g_norm, gamma, rho, L in sizes(exam, 2):
        right(exam, g_norm, gamma, rho, np.empty(0, dtype=int))
        right(exam, g_norm, gamma, rho, np.array([0, L, L]))
        right(exam, g_norm, gamma, rho, [L, 1])
        right(exam, g_norm, gamma, 0.0, np.array([0, 1, L]))
        right(exam, g_norm, gamma, rho, np.arange(L), exam.leaves_alone)
        right(exam, g_norm, gamma, rho, windows_about(L), exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for negative sizes, windows that are no window, and nan."""
    windows = np.array([1, 5])
    exam.answers(1.0, 1.0, 2.0, windows).array(2, 2)
    exam.refuses(-1.0, 1.0, 2.0, windows, because="g_norm is negative")
    exam.refuses(1.0, -1.0, 2.0, windows, because="gamma is negative")
    exam.refuses(1.0, 1.0, -2.0, windows, because="rho is negative")
    exam.refuses(1.0, 1.0, 2.0, np.array([5, -1]), because="a window is negative")
    exam.refuses(1.0, 1.0, 2.0, np.array([1.0, 2.5]), because="2.5 is not an integer")
    exam.refuses(np.nan, 1.0, 2.0, windows, because="g_norm is nan")
    exam.refuses(1.0, 1.0, np.nan, windows, because="rho is nan")
