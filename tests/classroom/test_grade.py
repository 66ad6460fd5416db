"""`unrolled grade` ends where `nbgrader autograde` ends, whoever has handed in what."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from graders.classroom.desk import cast
from tests.classroom.courses import ASSIGNMENT, Class, differences

SLOW_OR_GREEDY = ("hana", "kim")
"""Of the cast, those whose results say whether time or memory ran out first."""
CAST = [
    actor
    for actor in cast(Path(__file__).parent.parent / "students", ASSIGNMENT)
    if actor.student not in SLOW_OR_GREEDY
]
RULES = """
c = get_config()
c.LateSubmissionPlugin.penalty_method = "zero"
c.CourseDirectory.student_id_exclude = "excluded"
c.LimitOutput.max_lines = 3
"""


def answering(*, but=()):
    def work(desk):
        desk.answer_all(but=but)
        desk.save()

    return work


def chatting(desk):
    desk.add_cell("print('line\\n' * 9)")
    desk.save()


def fill(course):
    """Have the cast hand in, and some who mean no good or have no luck."""
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(RULES)
    (course.root / f"assignments/{ASSIGNMENT}/data.txt").write_text("the course's own")
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2026-11-20 12:00:00 UTC")
        gradebook.add_student("ada", first_name="Ada", last_name="Lovelace")
    for actor in CAST:
        course.hand_in(actor.student, actor.work)
    course.hand_in("late", answering(), "2026-11-20 12:00:01 UTC")
    course.hand_in("timeless", chatting, time="")
    course.hand_in("wrong time", time="yesterday afternoon")
    course.hand_in("excluded")
    (course.hand_in("nothing") / f"{ASSIGNMENT}.ipynb").unlink()
    (course.hand_in("broken") / f"{ASSIGNMENT}.ipynb").write_text("{" * 100_000)
    hostile = course.hand_in("hostile")
    (hostile / "secret.txt").symlink_to(course.root / "course/key")
    (hostile / "data.txt").write_text("mine")
    (hostile / "deep").mkdir()
    (hostile / "deep/\x1b]0;figure\x07.txt").write_text("beside it")
    os.mkfifo(hostile / "pipe")


def change(course):
    """What happens between two runs: TAs grade, and some hand in once more."""
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("test_step_jacobian", ASSIGNMENT, ASSIGNMENT, "ben")
        grade.manual_score, grade.needs_manual_grade = 7.0, False
        written = gradebook.find_grade("derive_loss", ASSIGNMENT, ASSIGNMENT, "ben")
        written.manual_score, written.extra_credit = 3.0, 0.5
        gradebook.find_comment("step_jacobian", ASSIGNMENT, ASSIGNMENT, "ben").manual_comment = "!"
        gradebook.find_submission(ASSIGNMENT, "ada").extension = timedelta(days=1)
        gradebook.db.commit()
    course.hand_in("ada", answering(but=("step_jacobian",)), "2026-11-21")
    course.hand_in("ben", answering(), "2026-11-22 12:00:00 UTC")
    course.hand_in("emil", answering())
    course.hand_in("new", answering(), "2026-11-19")


@pytest.fixture(scope="module")
def two_courses(new_classroom):
    """The same course twice: one is graded by nbgrader's command, the other by ours."""
    courses = Class(new_classroom()), Class(new_classroom())
    for course in courses:
        fill(course)
    return courses


@pytest.fixture(scope="module")
def first_run(two_courses):
    theirs, ours = two_courses
    theirs.autograde()
    said = ours.grade()
    return theirs.kept(), ours.kept(), said


@pytest.fixture(scope="module")
def second_run(two_courses, first_run):
    theirs, ours = two_courses
    change(theirs)
    change(ours)
    theirs.autograde()
    said = ours.grade()
    return theirs.kept(), ours.kept(), said


@pytest.fixture(scope="module")
def forced_run(two_courses, second_run):
    theirs, ours = two_courses
    theirs.autograde("--student", "emil", "--force")
    said = ours.grade("--student", "emil", "--force")
    return theirs.kept(), ours.kept(), said


def test_the_course_knows_the_same_after_either_command(first_run):
    theirs, ours, _ = first_run

    assert differences(ours, theirs) == []


def test_the_same_is_kept_of_what_tas_entered_and_of_late_work(second_run):
    theirs, ours, _ = second_run

    assert differences(ours, theirs) == []


def test_the_same_becomes_of_one_who_is_graded_by_force(forced_run, second_run):
    theirs, ours, _ = forced_run

    assert differences(ours, theirs) == []
    assert ours != second_run[1]


def test_only_what_is_new_or_newer_is_graded(second_run):
    _, _, said = second_run

    assert "3   graded" in said
    assert f"{len(CAST) + 4}   left alone" in said


def test_whoever_needs_a_human_is_told_and_counted(first_run):
    _, _, said = first_run

    assert "needs a human: nothing: `rnn_gradients.ipynb` is missing." in said
    assert "0   failed" in said


def test_a_manual_score_is_kept_and_its_cell_awaits_a_ta_again(two_courses, second_run):
    with two_courses[1].gradebook() as gradebook:
        grade = gradebook.find_grade("test_step_jacobian", ASSIGNMENT, ASSIGNMENT, "ben")

        assert (grade.manual_score, grade.auto_score, grade.needs_manual_grade) == (7, 10, True)


def test_late_work_is_worth_what_the_course_says(two_courses, second_run):
    with two_courses[1].gradebook() as gradebook:
        late = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "late")
        extended = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "ada")

        assert late.late_submission_penalty == late.score > 0
        assert extended.late_submission_penalty is None
