"""Hidden grader of `refute_eigenvalue_criterion`: against max |λ| < 1 as a proof (001, item 9)."""

from graders.plugin import criterion
from graders.refutations import at_least, at_most, derivatives, entries
from reference import spectral_analysis as reference


def parts(answer, d):
    """W_hh (d, d) and delta (d,), as they should be."""
    W_hh = entries(answer.item(0, of=2, name="W_hh"), d, d)
    return W_hh, derivatives(answer.item(1, of=2, name="delta"), d)


def refutes(answer, d):
    """The eigenvalues of W_hh are small, those of D W_hh are not.

    An eigenvalue that is d-fold is computed with an error of (1e-16)^(1/d), 1e-2 for d = 8: the
    margin between 0.5 and the document's 1 is there for it.
    """
    W_hh, delta = parts(answer, d)
    radius = reference.spectral_radius
    at_most(0.5, radius(W_hh), "the spectral radius of W_hh", d=d)
    at_least(1.1, radius(delta[:, None] * W_hh), "the spectral radius of D W_hh", d=d)


@criterion(points=0.5)
def test_shape(exam):
    """Returns finite weights (d, d) of moderate size, and derivatives (d,) in (0, 1]."""
    for d in (2, 3, 5):
        exam.ask(d).satisfies(parts, d)


@criterion(points=1.5)
def test_smallest(exam):
    """Refutes the claim for two units."""
    exam.ask(2).satisfies(refutes, 2)


@criterion(points=1.5)
def test_sizes(exam):
    """Refutes the claim for every number of units from 3 to 8."""
    for d in range(3, 9):
        exam.ask(d).satisfies(refutes, d)


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for fewer than two units, and for a number that is not an integer."""
    exam.answers(2).satisfies(parts, 2)
    for d in (1, 0, -3):
        exam.refuses(d, because=f"d = {d}, where two units are needed")
    exam.refuses(2.5, because="d = 2.5 is not an integer")
