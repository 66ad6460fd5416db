"""A rule's words: what is read from an answer, and how far it missed."""

import numpy as np
import pytest

from graders.compare import Answer
from graders.errors import WrongAnswer
from graders.refutations import MOST_UNITS, at_least, at_most, derivatives, entries


def problem(check, *args, **sizes):
    with pytest.raises(WrongAnswer) as caught:
        check(*args, **sizes)
    return caught.value.problem


def test_a_share_is_told_as_a_share_and_a_number_as_a_number():
    assert problem(at_most, 0.5, 0.75, "a", "b", d=3) == (
        "a is 0.75 of b, but should be at most 0.5 of it (d = 3)"
    )
    assert (
        problem(at_least, 0.5, np.nan, "a", n=2) == "a is nan, but should be at least 0.5 (n = 2)"
    )


def test_what_meets_a_bound_passes_without_a_word():
    at_most(0.5, 0.5, "a", d=2)
    at_least(0.5, 0.5, "a", d=2)


def test_entries_are_the_array_that_was_answered():
    assert entries(Answer([[1, 2], [3, 4]]), "d", "d").tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert derivatives(Answer([0.5, 1.0]), 2).tolist() == [0.5, 1.0]


def test_more_units_than_can_be_looked_at_are_refused():
    wide = Answer(np.ones((MOST_UNITS + 1, MOST_UNITS + 1)), "W_hh")

    assert problem(entries, wide, "d", "d") == (
        "W_hh has shape (51, 51), but at most 50 units are looked at"
    )


@pytest.mark.parametrize("entry", [0.0, -0.5, 1.5])
def test_a_derivative_outside_of_its_range_is_named_with_its_place(entry):
    words = problem(derivatives, Answer([1.0, entry], "delta"), 2)

    wanted = "should lie in (0, 1], as the derivatives of tanh do"
    assert words == f"delta[1] is {entry:g}, but {wanted}"
