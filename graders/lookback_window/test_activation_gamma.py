"""Hidden grader of `activation_gamma`: sup |f'| of tanh and of the logistic function (000)."""

from graders.plugin import criterion
from reference import lookback_window as reference


def right(exam, activation):
    """Asks for the number and accepts the right one only."""
    exam.ask(activation).equals(reference.activation_gamma(activation), scale=1e-3)


@criterion(points=0.75)
def test_tanh(exam):
    """Is the steepest slope of tanh."""
    right(exam, "tanh")


@criterion(points=0.75)
def test_sigmoid(exam):
    """Is the steepest slope of the logistic function."""
    right(exam, "sigmoid")


@criterion(points=0.5)
def test_errors(exam):
    """Raises ValueError for an unknown activation."""
    exam.answers("tanh").number()
    exam.answers("sigmoid").number()
    for activation in ("relu", "Tanh", ""):
        exam.refuses(activation, because=f"there is no activation {activation!r} here")
