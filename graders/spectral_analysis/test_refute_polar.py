"""Hidden grader of `refute_polar`: against ‖Wⁿ‖ having the size of ‖Rⁿ‖ (document 002, end)."""

import numpy as np

from graders.plugin import criterion
from graders.refutations import at_least, at_most, entries, norm
from reference import spectral_analysis as reference


def refutes(answer, n):
    """‖W_hhⁿ‖ is at most half of ‖Rⁿ‖ = ‖R‖ⁿ, and R is not close to zero."""
    W_hh = entries(answer, "d", "d")
    stretch = norm(reference.polar_decomposition(W_hh)[1])
    at_least(0.1, stretch, "‖R‖", n=n)
    share = norm(np.linalg.matrix_power(W_hh / stretch, n))
    at_most(0.5, share, "‖W_hhⁿ‖", "‖R‖ⁿ", n=n)


@criterion(points=0.5)
def test_shape(exam):
    """Returns one square matrix with finite entries of moderate size."""
    for n in (2, 3, 5):
        exam.ask(n).satisfies(entries, "d", "d")


@criterion(points=1.5)
def test_smallest(exam):
    """Refutes the claim for the second power."""
    exam.ask(2).satisfies(refutes, 2)


@criterion(points=1.5)
def test_powers(exam):
    """Refutes the claim for every power from the third to the twelfth."""
    for n in range(3, 13):
        exam.ask(n).satisfies(refutes, n)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for n below 2, and for a number that is not an integer."""
    exam.answers(2).satisfies(entries, "d", "d")
    for n in (1, 0, -3):
        exam.refuses(n, because=f"n = {n}, where the second power is the first to differ")
    exam.refuses(2.5, because="n = 2.5 is not an integer")
