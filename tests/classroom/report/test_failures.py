"""Which misconceptions there are, and who fails in the same way."""

import pytest

from graders import errors
from graders.classroom.report.failures import WORDS, groups, misconceptions
from graders.classroom.report.roster import Roster
from graders.results import Criterion, Diagnosis, Question, Results, Verdict

W_DIAG = Diagnosis("W_diag", "Look at the index.", "The diagonal on the wrong side.")
SWAPPED = Diagnosis("swapped", "Look at the order.", "The order is reversed.")


def question(*failed, fault="WrongAnswer", problem="off by 1", told=None, name="step"):
    """A question with the criteria a, b and c, of which those named failed."""
    criteria = [
        Criterion(c, "Is.", 1.0, Verdict.FAILED, problem, fault=fault)
        if c in failed
        else Criterion(c, "Is.", 1.0, Verdict.PASSED)
        for c in "abc"
    ]
    return Question(name, 3.0, criteria=criteria, diagnosis=told)


def told_of(what, **students):
    """What is told of students, each with one question."""
    results = [Results("homework", student, [q]) for student, q in students.items()]
    return what(results, Roster(students))


def test_misconceptions_are_ranked_by_how_many_have_them():
    wrong, other = question("a", told=W_DIAG), question("b", told=SWAPPED)
    first, second = told_of(misconceptions, ada=other, ben=wrong, chen=question(), dora=wrong)

    assert (first.name, first.count, first.share) == ("W_diag", 2, 0.5)
    assert (first.staff, first.student) == (W_DIAG.staff, W_DIAG.student)
    assert first.students == ["ben", "dora"]
    assert (second.name, second.students) == ("swapped", ["ada"])


def test_the_same_mistake_in_two_questions_is_two_misconceptions():
    first, second = (question("a", told=W_DIAG, name=name) for name in ("one", "two"))
    rows = told_of(misconceptions, ada=first, ben=second)

    assert [(row.question, row.count, row.share) for row in rows] == [("one", 1, 1), ("two", 1, 1)]


def test_a_share_is_of_those_whose_question_was_checked():
    broken = question()
    broken.criteria[0].verdict = Verdict.COULD_NOT_CHECK
    (row,) = told_of(misconceptions, ada=question("a", told=W_DIAG), ben=question(), chen=broken)

    assert row.share == 0.5


def test_those_with_the_same_criteria_and_misconception_fail_alike():
    wrong = question("a", "b", told=W_DIAG)
    (group,) = told_of(groups, ada=wrong, ben=question("a", told=W_DIAG), chen=wrong)

    assert (group.question, group.failed) == ("step", ["a", "b"])
    assert (group.kind, group.diagnosed, group.staff) == ("W_diag", True, W_DIAG.staff)
    assert (group.count, group.students) == (2, ["ada", "chen"])


def test_where_no_misconception_is_known_the_kind_of_fault_counts():
    died = question("a", fault="Died", problem="ended the Python process")
    (group,) = told_of(groups, ada=question("a"), ben=died, chen=died, dora=question("a", "b"))

    assert (group.kind, group.diagnosed, group.students) == (
        "ended its process",
        False,
        ["ben", "chen"],
    )


def test_a_misconception_is_no_kind_of_fault_of_the_same_name():
    named = question("a", told=Diagnosis("wrong answer", "", ""))

    assert told_of(groups, ada=named, ben=question("a")) == []


def test_another_exception_is_another_way_to_fail():
    def raised(kind):
        return question("a", fault="Raised", problem=f"raised {kind} at `x`: y")

    (group,) = told_of(
        groups, ada=raised("KeyError"), ben=raised("NameError"), chen=raised("KeyError")
    )

    assert (group.kind, group.students) == ("raised KeyError", ["ada", "chen"])


def test_running_out_of_time_and_not_being_asked_again_are_one_kind():
    late = question("a", "b", fault="TimedOut")
    late.criteria[1].fault = "OutOfTime"
    (group,) = told_of(groups, ada=late, ben=late)

    assert group.kind == "ran out of time"


def test_results_of_before_faults_were_recorded_still_make_groups():
    old = question("a", fault="", problem="raised KeyError at `x`")
    (group,) = told_of(groups, ada=old, ben=old)
    (unknown,) = told_of(groups, ada=question("a", fault=""), ben=question("a", fault=""))

    assert group.kind == "raised KeyError"
    assert unknown.kind == ""


def test_a_group_shows_what_most_of_it_read_of_the_first_criterion():
    often, once = question("b", problem="off by 2"), question("b", problem="off by 3")
    (group,) = told_of(groups, ada=once, ben=often, chen=often)

    assert group.problem == "off by 2"


def test_groups_are_ranked_by_size():
    two, three = question("a"), question("b")
    rows = told_of(groups, a=two, b=two, c=three, d=three, e=three)

    assert [row.count for row in rows] == [3, 2]


def test_who_passes_or_fails_alone_is_in_no_group():
    assert told_of(groups, ada=question(), ben=question(), chen=question("a")) == []


@pytest.mark.parametrize("fault", [*errors.StudentFault.__subclasses__(), errors.OutOfTime])
def test_every_fault_of_a_student_has_words(fault):
    assert fault.__name__ in WORDS
