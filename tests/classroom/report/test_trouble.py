"""Slow and crashing code, and what only a person can decide."""

from graders.classroom.report import trouble
from graders.classroom.report.roster import Roster
from graders.results import Criterion, Question, Results, Verdict

FAILED, UNCHECKED = Verdict.FAILED, Verdict.COULD_NOT_CHECK


def student(name, fault="", verdict=FAILED, problem="", **about):
    criterion = Criterion("values", "Is.", 1.0, verdict, problem, fault=fault)
    return Results("homework", name, [Question("step", 1.0, criteria=[criterion])], **about)


def told_of(what, *results):
    return what(results, Roster(one.student for one in results))


def test_the_slowest_are_listed_slowest_first():
    class_ = [student(f"s{n}", seconds=n / 10) for n in range(1, 31)]
    rows = told_of(trouble.slowest, *class_)

    assert [row.student for row in rows[:2]] == ["s30", "s29"]
    assert (len(rows), rows[0].seconds) == (trouble.SLOWEST, 3.0)


def test_where_times_are_not_known_nobody_is_slow():
    assert told_of(trouble.slowest, student("ada")) == []


def test_who_was_stopped_or_ended_the_process_is_listed_with_what_happened():
    cell = ["The cell that begins `exit` ended the Python process."]
    rows = told_of(
        trouble.crashes,
        student("ada", "Raised"),
        student("ben", "TimedOut"),
        student("chen", "Died", stopped_cells=cell),
        student("dora", stopped_cells=cell),
    )

    assert [(row.student, row.questions, row.stopped_cells) for row in rows] == [
        ("chen", ["step ended its process"], cell),
        ("ben", ["step ran out of time"], []),
        ("dora", [], cell),
    ]


def test_a_question_that_is_given_up_is_told_once():
    one = student("ada", "TimedOut")
    one.questions[0].criteria.append(Criterion("edges", "Is.", 1.0, FAILED, fault="OutOfTime"))
    one.questions[0].criteria.append(Criterion("errors", "Is.", 1.0, FAILED, fault="Died"))
    (row,) = told_of(trouble.crashes, one)

    assert row.questions == ["step ran out of time and ended its process"]


def test_what_could_not_be_checked_is_listed_by_reason():
    full, bug = "OSError: disk full", "KeyError: 'z'"
    rows = told_of(
        trouble.unchecked,
        student("ada", verdict=UNCHECKED, problem=bug),
        student("ben", verdict=UNCHECKED, problem=full),
        student("chen", verdict=UNCHECKED, problem=full),
        student("dora"),
    )

    assert [(row.question, row.reason, row.students) for row in rows] == [
        ("step", full, ["ben", "chen"]),
        ("step", bug, ["ada"]),
    ]


def test_one_reason_on_two_criteria_is_told_once():
    one = student("ada", verdict=UNCHECKED, problem="disk full")
    one.questions[0].criteria *= 2
    (row,) = told_of(trouble.unchecked, one)

    assert row.students == ["ada"]


def test_a_question_without_criteria_could_not_be_checked():
    (row,) = told_of(trouble.unchecked, Results("homework", "ada", [Question("step", 1.0)]))

    assert row.reason == "it has no criteria"


def test_what_was_mended_is_listed():
    mended = student("ben", repairs=["`f` was missing.", "Cells had been moved."])
    (row,) = told_of(trouble.repaired, student("ada"), mended)

    assert (row.student, row.repairs) == ("ben", ["`f` was missing.", "Cells had been moved."])
