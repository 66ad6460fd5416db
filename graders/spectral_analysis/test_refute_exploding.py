"""Hidden grader of `refute_exploding`: against ‖W‖ > 1 as a cause (documents 000 and 003)."""

from graders.plugin import criterion
from graders.refutations import at_least, at_most, entries
from reference import rnn_gradients
from reference import spectral_analysis as reference


def parts(answer, n):
    """W_hh (d, d) and zs (n, d) for some d, as they should be."""
    W_hh = entries(answer.item(0, of=2, name="W_hh"), "d", "d")
    return W_hh, entries(answer.item(1, of=2, name="zs"), n, len(W_hh))


def refutes(answer, n):
    """The norm of W_hh is well above 1, and n steps leave at most 0.5ⁿ of the gradient."""
    (W_hh, zs), norm = parts(answer, n), reference.spectral_norm
    at_least(1.5, norm(W_hh), "‖W_hh‖", n=n)
    jacobians = [rnn_gradients.step_jacobian(W_hh, z) for z in zs]
    gradient = norm(rnn_gradients.chain_rule_product(jacobians, len(W_hh)))
    at_most(0.5**n, gradient, "‖J_n ⋯ J_1‖", n=n)


@criterion(points=0.5)
def test_shape(exam):
    """Returns finite weights (d, d) and pre-activations (n, d) of moderate size."""
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
