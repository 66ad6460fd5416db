"""Difficulty and discrimination are what the textbook says, and depend on nobody's name."""

import pytest

from graders.classroom.report.items import SMALLEST_CLASS, discrimination, questions
from graders.results import Criterion, Question, Results, Verdict

PASSED, FAILED, UNCHECKED = Verdict.PASSED, Verdict.FAILED, Verdict.COULD_NOT_CHECK


def criterion(verdict, name="values", points=1.0):
    return Criterion(name, f"Is right about {name}.", points, verdict)


def student(number, **verdicts):
    """A student's results: for each question, the verdicts on its criteria `a`, `b` and so on."""
    asked = [
        Question(name, 10.0, criteria=[criterion(v, "abcde"[n]) for n, v in enumerate(given)])
        for name, given in verdicts.items()
    ]
    return Results("homework", f"s{number}", asked)


def row_of(results, name="q"):
    return next(row for row in questions(results) if row.name == name)


def test_difficulty_is_the_mean_share_of_the_points():
    row = row_of([student(1, q=[PASSED, FAILED]), student(2, q=[PASSED, PASSED])])

    assert row.difficulty == 0.75
    assert row.pass_rate == 0.5


def test_the_difficulty_of_a_criterion_is_its_pass_rate():
    row = row_of([student(1, q=[PASSED, FAILED]), student(2, q=[PASSED, PASSED])])

    assert [c.pass_rate for c in row.criteria] == [1.0, 0.5]
    assert [c.difficulty for c in row.criteria] == [1.0, 0.5]


def test_answers_are_counted_by_what_they_earned():
    class_ = [
        student(1, q=[PASSED, PASSED]),
        student(2, q=[PASSED, FAILED]),
        student(3, q=[FAILED, FAILED]),
        student(4, q=[UNCHECKED, PASSED]),
    ]
    row = row_of(class_)

    assert (row.passed, row.partly, row.nothing, row.checked, row.unchecked) == (1, 1, 1, 3, 1)


def test_what_could_not_be_checked_is_left_out_of_the_rates():
    row = row_of([student(1, q=[PASSED, UNCHECKED]), student(2, q=[FAILED, PASSED])])
    first, second = row.criteria

    assert (row.pass_rate, row.difficulty) == (0.0, 0.5)
    assert (first.pass_rate, second.pass_rate) == (0.5, 1.0)
    assert (second.checked, second.unchecked, second.passed) == (1, 1, 1)


def test_of_a_question_that_nobody_could_check_no_rate_is_told():
    row = row_of([student(1, q=[UNCHECKED]), student(2, q=[])])

    assert (row.pass_rate, row.difficulty, row.discrimination) == (None, None, None)
    assert row.criteria[0].pass_rate is None


def test_discrimination_is_best_minus_worst():
    class_ = [(n / 100, float(n >= 50)) for n in range(100)]

    assert discrimination(class_) == pytest.approx(1.0)
    assert discrimination([(rest, 1 - share) for rest, share in class_]) == pytest.approx(-1.0)


def test_discrimination_looks_at_27_percent_on_either_side():
    class_ = [(n / 100, float(n in (26, 27, 72, 73))) for n in range(100)]

    assert discrimination(class_) == pytest.approx(0.0)
    assert discrimination([(rest, share * (rest > 0.5)) for rest, share in class_]) == (
        pytest.approx(1 / 27)
    )


def test_who_ties_at_the_border_belongs_to_it_in_part():
    ties = [(0.0, 0.0)] * 2 + [(0.5, 1.0), (0.5, 0.0)] * 3 + [(1.0, 1.0)] * 2
    shuffled = [ties[n] for n in (4, 0, 9, 3, 7, 1, 8, 2, 6, 5)]

    # 2.7 of 10: two at the end, and 0.7 of the six in the middle, whose mean is a half.
    assert discrimination(ties) == pytest.approx(2 / 2.7)
    assert discrimination(shuffled) == discrimination(ties) == discrimination(ties[::-1])


def test_a_class_of_equals_tells_nothing_apart():
    assert discrimination([(0.5, float(n % 2)) for n in range(20)]) == pytest.approx(0.0)


def test_a_small_class_has_no_discrimination():
    class_ = [(n / 10, 1.0) for n in range(SMALLEST_CLASS)]

    assert discrimination(class_[1:]) is None
    assert discrimination(class_) is not None


def test_a_single_question_has_no_discrimination():
    assert row_of([student(n, q=[PASSED]) for n in range(20)]).discrimination is None


def test_best_and_worst_are_told_by_the_other_questions():
    good = [student(n, q=[FAILED], other=[PASSED]) for n in range(5)]
    bad = [student(n, q=[PASSED], other=[FAILED]) for n in range(5, 10)]

    assert row_of(good + bad).discrimination == pytest.approx(-1.0)


def test_the_bonus_tells_nobody_apart():
    class_ = [student(n, q=[PASSED], bonus=[PASSED]) for n in range(10)]
    for one in class_:
        one.questions[1].bonus = True

    assert row_of(class_).discrimination is None
    assert row_of(class_, "bonus").discrimination == pytest.approx(0.0)
    assert row_of(class_, "bonus").bonus


def test_questions_stand_in_the_notebooks_order_whoever_lacks_one():
    class_ = [student(1, last=[PASSED]), student(2, first=[PASSED], last=[PASSED])]

    assert [row.name for row in questions(class_)] == ["first", "last"]


def test_the_rows_do_not_depend_on_the_order_of_the_class(school):
    class_ = school.class_of(60)

    assert questions(class_[::-1]) == questions(class_)
