"""Hidden grader of `clip_by_global_norm`: all arrays times min(1, max_norm / norm)."""

import numpy as np

from graders.gated_draws import GRADIENTS
from graders.plugin import criterion
from reference import gated_remedies as reference

ORDINARY = ("above", "below", "far_above", "tiny")
CLIPPED, NORM = "the list of clipped arrays", "the norm"


def right(exam, grads, max_norm, ask=None):
    """Asks for the clipped arrays and accepts the right ones, none but them and in their order."""
    clipped, _ = reference.clip_by_global_norm(grads, max_norm)
    answer = (ask or exam.ask)(grads, max_norm).item(0, of=2, name=CLIPPED)
    if not grads:
        answer.array(0)
    for k, want in enumerate(clipped):
        array = answer.item(k, of=len(grads), name=f"the clipped array number {k}")
        array.equals(want, scale=np.abs(want).max(initial=1e-300))


def right_norm(exam, grads, max_norm):
    """Asks for the norm and accepts the one before clipping only."""
    _, want = reference.clip_by_global_norm(grads, max_norm)
    exam.ask(grads, max_norm).item(1, of=2, name=NORM).equals(want, scale=want)


@criterion(points=1)
def test_shape(exam):
    """Returns a list with an array for each gradient, of its shape, and one number."""
    for draw in exam.drawn(GRADIENTS, *ORDINARY, count=4, size=(1, 4)):
        answer = exam.ask(draw.grads, draw.max_norm)
        for k, g in enumerate(draw.grads):
            clipped = answer.item(0, of=2, name=CLIPPED)
            clipped.item(k, of=len(draw.grads), name=f"the clipped array number {k}").array(
                *g.shape
            )
        answer.item(1, of=2, name=NORM).number()


@criterion(points=2)
def test_norm(exam):
    """The norm is that of all gradients together, before they are clipped."""
    for draw in exam.drawn(GRADIENTS, *ORDINARY, count=20, size=(1, 5)):
        right_norm(exam, draw.grads, draw.max_norm)


@criterion(points=2)
def test_clipped(exam):
    """The gradients are shortened together where they are too long, and else left as they are."""
    for draw in exam.drawn(GRADIENTS, *ORDINARY, count=20, size=(1, 5)):
        right(exam, draw.grads, draw.max_norm)


@criterion(points=1)
def test_edges(exam):
    """Is right for zeros, for entries as large as 1e200, and for no gradient at all."""
    for grads in ([np.zeros(2)], [np.zeros((2, 2)), np.zeros(1)], [], [np.array([3.0, 4.0])]):
        right(exam, grads, 1.0)
        right_norm(exam, grads, 1.0)
    for draw in exam.drawn(GRADIENTS, "huge", count=4, size=(1, 5)):
        right(exam, draw.grads, draw.max_norm)
        right_norm(exam, draw.grads, draw.max_norm)


@criterion(points=1)
def test_unmodified(exam):
    """Is right, leaves its arguments as they were, and takes read-only arrays and views."""
    for draw in exam.drawn(GRADIENTS, *ORDINARY, count=3, size=(2, 4)):
        right(exam, draw.grads, draw.max_norm, exam.leaves_alone)
        right(exam, draw.grads, draw.max_norm, exam.ask_with_views)


@criterion(points=1)
def test_errors(exam):
    """Raises ValueError for a largest norm that is not positive and for nan or inf."""
    grads = [np.array([3.0, 4.0])]
    exam.answers(grads, 1.0).item(1, of=2, name=NORM).number()
    exam.refuses(grads, 0.0, because="max_norm is 0")
    exam.refuses(grads, -1.0, because="max_norm is negative")
    exam.refuses(grads, np.nan, because="max_norm is nan")
    exam.refuses([np.array([np.nan, 4.0])], 1.0, because="a gradient has a nan")
    exam.refuses([np.ones(2), np.array([[np.inf]])], 1.0, because="a gradient has an inf")
