"""Hidden grader of `orthogonal_init`: QᵀQ = gain² I, random by rng alone; any such Q will do."""

import numpy as np

from graders.gated_draws import GAINS, STARTS, small_start
from graders.plugin import criterion


@criterion(points=1)
def test_shape(exam):
    """Returns a (d, d) array of real numbers."""
    for start in exam.drawn(STARTS, *GAINS, count=4):
        exam.ask(np.int64(start.d), start.rng, start.gain).array(start.d, start.d)


@criterion(points=1)
def test_orthogonal(exam):
    """The columns are perpendicular to each other, and all as long as the gain."""
    for start in exam.drawn(STARTS, *GAINS, count=18, size=(1, 8)):
        exam.ask(start.d, start.rng, start.gain).is_orthogonal(start.d, start.gain)
    for start in exam.drawn(STARTS, *GAINS, count=3, size=(2, 4)):
        exam.ask(start.d, start.rng).is_orthogonal(start.d, 1.0)


@criterion(points=1)
def test_reproducible(exam):
    """Is the same matrix for the same seed, and leaves all other random numbers alone."""
    for start in exam.drawn(STARTS, *GAINS, count=6, size=(2, 5)):
        exam.varies(start.d, start.rng, start.gain)  # a constant is no feat
        exam.repeats(start.d, start.rng, start.gain).is_orthogonal(start.d, start.gain)


@criterion(points=2)
def test_random(exam):
    """Is another orthogonal matrix for another seed, in all its entries."""
    for start in exam.drawn(STARTS, *GAINS, count=6, size=(2, 5)):
        exam.varies(start.d, start.rng, start.gain).is_orthogonal(start.d, start.gain)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for a d that is no size and a gain that is not positive."""
    (rng,) = (start.rng for start in small_start("as_long", 2))
    exam.answers(2, rng, 1.0).array(2, 2)
    exam.refuses(0, rng, 1.0, because="d = 0 is no number of units")
    exam.refuses(-1, rng, 1.0, because="d = -1 is no number of units")
    exam.refuses(2.0, rng, 1.0, because="d = 2.0 is not an integer")
    exam.refuses(2, rng, 0.0, because="the gain is 0")
    exam.refuses(2, rng, -1.0, because="the gain is negative")
    exam.refuses(2, rng, np.nan, because="the gain is nan")
    exam.refuses(2, rng, np.inf, because="the gain is inf")
