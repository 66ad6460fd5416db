"""Hidden grader of `refute_lower_bound`: against (δ ‖W‖)ⁿ <= ‖J_n‖ (document 002)."""

import numpy as np

from graders.errors import WrongAnswer
from graders.plugin import criterion
from graders.refutations import ROUNDING, at_least, at_most, derivatives, entries, norm
from reference import spectral_analysis as reference


def parts(answer, n):
    """W_hh (d, d) and ds (n, d) for some d, as they should be."""
    W_hh = entries(answer.item(0, of=2, name="W_hh"), "d", "d")
    return W_hh, derivatives(answer.item(1, of=2, name="ds"), n, len(W_hh))


def refutes(answer, n):
    """W_hh is symmetric positive definite, and ‖J_n‖ is at most half of what is claimed."""
    W_hh, ds = parts(answer, n)
    if np.abs(W_hh - W_hh.T).max() > ROUNDING * np.abs(W_hh).max():
        raise WrongAnswer(f"W_hh is not symmetric, but should be positive definite (n = {n})")
    at_least(1e-3, np.linalg.eigvalsh(W_hh).min(), "the smallest eigenvalue of W_hh", n=n)
    # Each step is divided by its part of the claim: their powers may leave float64.
    stretch, least, share = reference.spectral_norm(W_hh), ds.max(axis=1).min(), np.eye(len(W_hh))
    for delta in ds:
        share = (delta[:, None] / least) * (W_hh / stretch) @ share
    at_most(0.5, norm(share), "‖J_n‖", "(δ ‖W_hh‖)ⁿ", n=n)


@criterion(points=0.5)
def test_shape(exam):
    """Returns finite weights (d, d) of moderate size, and derivatives (n, d) in (0, 1]."""
    for n in (1, 2, 5):
        exam.ask(n).satisfies(parts, n)


@criterion(points=1.5)
def test_smallest(exam):
    """Refutes the claim for one step."""
    exam.ask(1).satisfies(refutes, 1)


@criterion(points=1.5)
def test_steps(exam):
    """Refutes the claim for every number of steps from 2 to 12."""
    for n in range(2, 13):
        exam.ask(n).satisfies(refutes, n)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for less than one step, and for a number that is not an integer."""
    exam.answers(1).satisfies(parts, 1)
    for n in (0, -3):
        exam.refuses(n, because=f"n = {n}, where a step is needed")
    exam.refuses(2.5, because="n = 2.5 is not an integer")
