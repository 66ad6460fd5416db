"""How the points of a class are spread, and into which bins."""

import pytest

from graders.classroom.report import scores
from graders.classroom.report.gradebook import Book, Entry
from graders.results import Criterion, Question, Results, Verdict


def student(*earned, worth=10.0, bonus=False):
    """Results with a question for each share that is earned; None could not be checked."""
    asked = [Question(f"q{n}", worth, criteria=criteria(e)) for n, e in enumerate(earned)]
    asked[-1].bonus = bonus
    return Results("homework", "ada", asked)


def criteria(share):
    if share is None:
        return [Criterion("values", "Is.", 1.0, Verdict.COULD_NOT_CHECK)]
    right = Criterion("right", "Is.", share, Verdict.PASSED)
    return [right, Criterion("wrong", "Is.", 1.0 - share, Verdict.FAILED)]


def spread(*shares):
    return scores.of_functions([student(share) for share in shares])


def test_the_middle_of_a_class_is_told():
    found = spread(0.0, 0.2, 0.4, 0.6, 1.0)

    assert (found.mean, found.median) == (pytest.approx(4.4), 4.0)
    assert (found.lower_quartile, found.upper_quartile) == (2.0, 6.0)
    assert (found.submissions, found.max_score, found.full_marks) == (5, 10.0, 0.2)


def test_a_class_of_one_has_a_middle():
    found = spread(0.5)

    assert (found.mean, found.lower_quartile, found.median, found.upper_quartile) == (5,) * 4


def test_every_submission_is_in_one_bin():
    shares = [n / 100 for n in range(101)]
    bins = spread(*shares).bins

    assert sum(each.count for each in bins) == len(shares)
    assert bins[0].low == 0.0
    assert bins[-1].high == 10.0
    assert [each.high for each in bins[:-1]] == [each.low for each in bins[1:]]


def test_a_score_on_an_edge_is_in_the_bin_above_and_the_best_in_the_last():
    bins = spread(0.05, 0.05, 0.3, 1.0).bins

    assert [(each.low, each.count) for each in bins if each.count] == [(0.5, 2), (3.0, 1), (9.5, 1)]


@pytest.mark.parametrize(
    ("worth", "width", "count"),
    [(64, 5, 13), (74, 5, 15), (100, 5, 20), (1, 0.05, 20), (7, 0.5, 14)],
)
def test_bins_are_of_a_width_that_people_count_in(worth, width, count):
    bins = scores.of_functions([student(1.0, worth=float(worth))]).bins

    assert len(bins) == count
    assert bins[0].high == pytest.approx(width)


def test_a_bonus_reaches_beyond_full_marks():
    found = scores.of_functions([student(1.0, 1.0, bonus=True), student(0.0, 0.0, bonus=True)])

    assert (found.max_score, found.full_marks) == (10.0, 0.5)
    assert found.bins[-1].high == 20.0


def test_a_homework_that_is_worth_nothing_has_a_distribution():
    found = scores.of_functions([student(1.0, worth=0.0)])

    assert (found.median, sum(each.count for each in found.bins)) == (0.0, 1)


def test_a_score_that_is_not_known_is_left_out():
    found = scores.of_functions([student(1.0, None), student(1.0, 0.0)])

    assert (found.submissions, found.mean) == (1, 10.0)


def test_where_no_score_is_known_nothing_is_told():
    found = scores.of_functions([student(None)])

    assert (found.submissions, found.mean, found.median, found.full_marks) == (0, None, None, None)
    assert {each.count for each in found.bins} == {0}


def test_everything_is_told_of_submissions_that_await_nobody():
    entries = {"ada": Entry(0.0, 80.0), "ben": Entry(0.0, 30.0, ["derive_loss"])}
    found = scores.of_everything(Book(max_score=100.0, entries=entries))

    assert (found.of, found.submissions, found.mean, found.max_score) == ("everything", 1, 80, 100)


def test_a_ta_may_give_more_points_than_there_are():
    found = scores.of_everything(Book(max_score=100.0, entries={"ada": Entry(0.0, 112.0)}))

    assert found.bins[-1].high == 120.0
    assert found.full_marks == 1.0
