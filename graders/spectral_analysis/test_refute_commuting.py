"""Hidden grader of `refute_commuting`: against moving the diagonals past W (document 001)."""

import numpy as np

from graders.plugin import criterion
from graders.refutations import at_least, derivatives, entries, norm
from reference import spectral_analysis as reference


def parts(answer, n):
    """W_hh (d, d) and ds (n, d) for some d, as they should be."""
    W_hh = entries(answer.item(0, of=2, name="W_hh"), "d", "d")
    return W_hh, derivatives(answer.item(1, of=2, name="ds"), n, len(W_hh))


def refutes(answer, n):
    """The two products are half as far apart as the larger one is large, or further."""
    W_hh, ds = parts(answer, n)
    ordered, commuted = (
        product(W_hh, ds) for product in (reference.ordered_product, reference.commuted_product)
    )
    larger = max(norm(ordered), norm(commuted))
    at_least(np.finfo(float).tiny, larger, "the larger norm of the two products", n=n)
    share = norm(ordered - commuted) / larger
    at_least(0.5, share, "‖ordered − commuted‖", "the larger norm of the two", n=n)


@criterion(points=0.5)
def test_shape(exam):
    """Returns finite weights (d, d) of moderate size, and derivatives (n, d) in (0, 1]."""
    for n in (2, 3, 5):
        exam.ask(n).satisfies(parts, n)


@criterion(points=1.5)
def test_smallest(exam):
    """Refutes the claim for two steps."""
    exam.ask(2).satisfies(refutes, 2)


@criterion(points=1.5)
def test_steps(exam):
    """Refutes the claim for every number of steps from 3 to 12."""
    for n in range(3, 13):
        exam.ask(n).satisfies(refutes, n)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for fewer than two steps, and for a number that is not an integer."""
    exam.answers(2).satisfies(parts, 2)
    for n in (1, 0, -3):
        exam.refuses(n, because=f"n = {n}, where two steps are needed")
    exam.refuses(2.5, because="n = 2.5 is not an integer")
