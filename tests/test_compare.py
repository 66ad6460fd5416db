"""An answer is asked for presence, type, shape, finiteness and values, in that order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from graders.compare import RTOL, Answer
from graders.errors import WrongAnswer
from graders.marks import told
from graders.sandbox.wire import Foreign
from graders.shown import show

EYE = np.eye(2)


def problem(check, *args, **kwargs):
    with pytest.raises(WrongAnswer) as caught:
        check(*args, **kwargs)
    return caught.value.problem


@pytest.mark.parametrize(
    "value",
    [
        EYE,
        [[1, 0], [0, 1]],
        ((1.0, 0.0), (0.0, 1.0)),
        EYE.astype(np.float32),
        EYE.astype(np.longdouble),
        EYE.astype(bool),
        np.asfortranarray(EYE),
        EYE + 0.9e-6,
    ],
)
def test_whatever_becomes_the_right_array_is_accepted(value):
    Answer(value).equals(EYE)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "the result is None: is a `return` missing?"),
        (Foreign("object"), "the result is an object, but should be numbers"),
        ("text", "the result is a str, but should be numbers"),
        ({"J": EYE}, "the result is a dict, but should be numbers"),
        ([[1.0], [2.0, 3.0]], "the result is no array: its lists are nested unevenly"),
        ([["a", "b"]], "the result has a str in it, but should have real numbers"),
        ([None, 1.0], "the result has a NoneType in it, but should have real numbers"),
        (EYE + 0j, "the result has complex numbers, but should have real numbers"),
        (EYE[0], "the result has shape (2,), but should have (2, 2)"),
        (3.0, "the result has shape () (a single number), but should have (2, 2)"),
        (EYE[None], "the result has shape (1, 2, 2), but should have (2, 2)"),
        (np.full((2, 2), np.nan), "entry [0, 0] is nan, which cannot be right"),
        ([[1, 0], [np.inf, 1]], "entry [1, 0] is inf, which cannot be right"),
        (EYE + 0.5, "entry [0, 0] is 1.5: off by 0.5 (allowed 1e-06); 4 of 4 entries differ"),
    ],
)
def test_what_is_no_right_array_is_named_in_one_line(value, words):
    assert problem(Answer(value).equals, EYE) == words


def test_an_entry_of_a_part_is_told_with_the_name_of_the_part():
    R = Answer((EYE, 2 * EYE)).item(1, of=2, name="R")

    words = "entry [0, 0] of R is 2: off by 1 (allowed 1e-06); 2 of 4 entries differ"
    assert problem(R.equals, EYE) == words


def test_a_letter_in_a_shape_is_any_length_but_the_same_each_time():
    assert Answer([[1, 0], [0, 1]]).array("d", "d").tolist() == EYE.tolist()
    words = "the result has shape (2, 3), but should have (d, d)"
    assert problem(Answer(np.ones((2, 3))).array, "d", "d") == words
    words = "the result has shape (3,), but should have (n, 2)"
    assert problem(Answer(np.ones(3)).array, "n", 2) == words
    words = "the result has shape (0, 0), but should have (d, d)"
    assert problem(Answer(np.ones((0, 0))).array, "d", "d") == words


def test_a_rule_says_what_all_right_answers_have_in_common():
    def is_even(answer, name):
        if answer.number() % 2:
            raise WrongAnswer(f"{name} is odd")

    Answer(4).satisfies(is_even, "it")
    assert problem(Answer(3).satisfies, is_even, "it") == "it is odd"


def test_the_first_worst_entry_is_shown_and_the_expected_value_kept_apart():
    wrong = EYE.copy()
    wrong[1, 0] = 0.25

    with pytest.raises(WrongAnswer) as caught:
        Answer(wrong).equals(EYE)

    assert caught.value.problem == (
        "entry [1, 0] is 0.25: off by 0.25 (allowed 1e-06); 1 of 4 entries differ"
    )
    assert caught.value.expected == "it should be 0"
    assert told(caught.value)["want"] == str(EYE)


@pytest.mark.parametrize("value", [2.0, 2, np.float64(2), np.array(2.0), [2.0], [[2.0]]])
def test_one_number_may_come_in_any_wrapping(value):
    Answer(value).equals(2.0)


def test_two_numbers_are_not_one():
    assert problem(Answer([1.0, 2.0]).equals, 1.0) == (
        "the result has shape (2,), but should be one number"
    )


def test_infinity_is_right_where_it_is_wanted_and_nowhere_else():
    Answer(np.inf).equals(np.inf)

    assert problem(Answer(1e300).equals, np.inf) == ("the result is 1e+300, which cannot be right")
    assert problem(Answer(-np.inf).equals, np.inf) == "the result is -inf, which cannot be right"


@given(
    nps.arrays(float, (2, 3), elements=st.floats(-1e3, 1e3)),
    st.floats(0.01, 0.99),
    st.floats(1.01, 1e6),
    st.floats(1e-3, 1e3),
)
@settings(deadline=None)
def test_the_tolerance_is_rtol_times_the_scale(want, less, more, scale):
    Answer(want + less * RTOL * scale * (1 - 1e-6)).equals(want, scale + 1e-6)

    with pytest.raises(WrongAnswer):
        Answer(want + more * RTOL * scale + 1e-9).equals(want, scale)


@given(
    nps.arrays(float, (2, 3), elements=st.floats(-1e3, 1e3)),
    nps.arrays(float, (2, 3), elements=st.floats(-1e3, 1e3)),
    st.floats(1e-3, 1e3),
)
@settings(deadline=None)
def test_an_error_is_the_largest_difference_in_units_of_the_scale(got, want, scale):
    assert Answer(got).error(want, scale) == np.abs(got - want).max() / scale


def test_an_answer_without_error_has_none_at_any_scale():
    assert Answer(EYE).error(EYE, scale=0.0) == 0.0
    assert Answer(np.inf).error(np.inf) == 0.0
    assert Answer(np.empty((0, 2))).error(np.empty((0, 2))) == 0.0
    assert Answer([2.0]).error(2.0) == 0.0


def test_an_error_where_none_is_allowed_is_infinite():
    assert Answer(EYE + 1e-300).error(EYE, scale=0.0) == np.inf


@pytest.mark.parametrize(
    "value", [None, "text", EYE[0], EYE / 2 + np.nan, EYE + 0j, Foreign("set")]
)
def test_no_error_is_told_of_what_is_no_right_array(value):
    assert problem(Answer(value).error, EYE) == problem(Answer(value).equals, EYE)


@pytest.mark.parametrize("value", [(1.0, 2.0), [1.0, 2.0], np.array([1.0, 2.0])])
def test_a_pair_may_be_any_sequence_of_two(value):
    Answer(value).item(1, of=2, name="the loose bound").equals(2.0)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "the result is None: is a `return` missing?"),
        (1.0, "the result is one value, but should be a tuple of 2"),
        ("ab", "the result is one value, but should be a tuple of 2"),
        (np.float64(3), "the result is one value, but should be a tuple of 2"),
        ((1.0, 2.0, 3.0), "the result has 3 entries, but should have 2"),
        (Foreign("set"), "the result is a set, but should be numbers"),
    ],
)
def test_what_is_no_pair_is_named(value, words):
    assert problem(Answer(value).item, 0, of=2, name="the tight bound") == words


def test_a_bad_entry_of_a_pair_is_called_by_its_name():
    entry = Answer((None, 1.0)).item(0, of=2, name="the tight bound")

    assert problem(entry.number) == "the tight bound is None: is a `return` missing?"


def test_a_word_is_right_or_not_the_right_one():
    Answer("vanishing").says("vanishing")

    with pytest.raises(WrongAnswer, match="'exploding', which is not the right word") as caught:
        Answer("exploding").says("may_explode")
    assert caught.value.expected == "it should be 'may_explode'"


def test_a_word_that_is_no_word_is_named():
    assert problem(Answer(3).word) == "the result is an int, but should be a str"
    assert problem(Answer("x").is_one_of, "a", "b") == (
        "the result is 'x', but should be one of ('a', 'b')"
    )


def test_long_values_are_shown_in_part():
    assert show("x" * 10_000).endswith("x …")
    assert len(show(np.ones((100, 100)))) < 500
    assert show(Foreign("object")) == "an object"


def test_words_among_which_one_is_long_are_no_array():
    words = ["x" * 7_000_000, *["y"] * 90_000]

    with pytest.raises(WrongAnswer, match="the result has a str in it"):
        Answer([[1.0], words]).array(2, 2)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (np.ones((6,) * 8, bool), "an array of shape (6, 6, 6, 6, 6, 6, 6, 6)"),
        ([[np.ones((6,) * 8, bool)]], "[['an array of shape (6, 6, 6, 6, 6, 6, 6, 6)']]"),
        ([[], {"a": (1,)}], "[[], {'a': (1,)}]"),
    ],
)
def test_what_has_many_dimensions_is_not_put_into_words(value, shown):
    assert show(value) == shown


def test_of_many_values_only_those_that_are_shown_are_put_into_words():
    class Watched(np.ndarray):
        looked_at = 0

        def __repr__(self):
            Watched.looked_at += 1
            return "watched"

    text = show([np.zeros(1).view(Watched)] * 50_000)

    assert text.startswith("[watched, watched")
    assert text.endswith(" …")
    assert Watched.looked_at <= 400


@pytest.mark.parametrize(("got", "want"), [(7, 7), (7.0, 7), (np.int64(7), 7), (None, None)])
def test_a_count_is_right_whatever_its_type(got, want):
    Answer(got).counts(want)


@pytest.mark.parametrize(
    ("got", "want", "words"),
    [
        (8, 7, "the result is 8, which is not right for these inputs"),
        (7.4, 7, "the result is 7.4, which is not right for these inputs"),
        (np.inf, None, "the result is inf, which is not right for these inputs"),
        (None, 7, "the result is None, which is not right for these inputs: is a `return` missing"),
        ("7", 7, "the result is a str, but should be numbers"),
    ],
)
def test_a_count_that_is_not_right_is_told_without_the_right_one(got, want, words):
    with pytest.raises(WrongAnswer) as caught:
        Answer(got).counts(want)

    assert str(caught.value).startswith(words)
    assert getattr(caught.value, "expected", "") in ("", f"it should be {want}")


# ---- properties


TURN = np.array([[0.6, -0.8], [0.8, 0.6]])


@pytest.mark.parametrize("length", [0.5, 1.0, 20.0])
def test_whatever_is_orthogonal_is_accepted(length):
    for Q in (TURN, TURN.T, -TURN, TURN[::-1]):
        Answer(length * Q).is_orthogonal(2, length)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2 * EYE, "column 0 has the length 2, not 1"),
        ([[1.0, 1.0], [0.0, 1.0]], "columns 0 and 1 are not perpendicular: their product is 1"),
        (TURN + 1e-8, "column 0 has the length 1, not 1"),
        ([[np.nan, 0.0], [0.0, 1.0]], "column 0 has the length nan, not 1"),
        (EYE[0], "the result has shape (2,), but should have (2, 2)"),
    ],
)
def test_what_is_not_orthogonal_is_named(value, words):
    assert problem(Answer(value).is_orthogonal, 2, 1.0) == words


def test_an_answer_repeats_another_but_for_rounding():
    Answer(TURN).repeats(Answer(TURN + 1e-9))

    assert "is another one when the same is asked again" in problem(
        Answer(TURN).repeats, Answer(TURN + 1e-3)
    )
    assert problem(Answer(None).repeats, Answer(None)) == (
        "the result is None: is a `return` missing?"
    )


def test_an_answer_varies_if_no_entry_is_what_it_was():
    Answer(TURN).varies(Answer(TURN + 1e-3))
    Answer(TURN).varies(Answer(np.ones(3)))

    assert problem(Answer([1.0, 0.5]).varies, Answer([2.0, 0.5])) == (
        "entry [1] is 0.5 for two different seeds: every entry should be random"
    )


def test_a_block_is_a_quarter_of_a_matrix_and_has_a_name():
    whole = np.arange(16.0).reshape(4, 4)
    lower_left = Answer(whole).block(1, 0, 2, "the lower left")

    lower_left.equals([[8.0, 9.0], [12.0, 13.0]])
    assert problem(lower_left.equals, np.zeros((2, 2))).startswith("entry [1, 1] of the lower left")
    assert "should have (6, 6)" in problem(Answer(whole).block, 0, 0, 3, "too much")


def test_a_dict_is_shown_array_by_array_and_not_for_ever():
    assert show({"W": EYE, "b": 0.5}) == "W: [[1. 0.]\n [0. 1.]]\nb: 0.5"
    assert show({str(k): EYE for k in range(99)}).endswith(" …")


def test_a_dict_that_a_student_makes_huge_is_not_read_to_its_end():
    class Counted(dict):
        read = 0

        def items(self):
            for pair in super().items():
                Counted.read += 1
                yield pair

    assert show(Counted({str(k): 1.0 for k in range(100_000)})).endswith(" …")
    assert Counted.read < 1000
