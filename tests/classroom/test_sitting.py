"""A grading run that is stopped, refused or disturbed: nothing is lost, and the next goes on."""

import os
import signal

import pytest

from tests.classroom.courses import ASSIGNMENT, Class, differences

STUDENTS = ("ada", "ben", "cem", "dora", "eve")


def answering(desk):
    desk.answer_all()
    desk.save()


@pytest.fixture(scope="module")
def new_class(new_classroom):
    """A function that makes a course in which five students have handed in."""
    made = new_classroom()

    def new_class():
        course = Class.copied(made)
        for student in STUDENTS:
            course.hand_in(student, answering)
        return course

    return new_class


@pytest.fixture(scope="module")
def undisturbed(new_class):
    course = new_class()
    course.grade()
    return course


def stopped(course, sign):
    """What a run says that gets the signal once the first submission is graded."""
    results = course.root / "course/results" / ASSIGNMENT
    with course.calling("unrolled", "grade", ASSIGNMENT, "--jobs", "1") as run:
        while not list(results.glob("*.json")):
            assert run.poll() is None
        os.killpg(run.pid, sign)
        said, complained = run.communicate()
    return run.returncode, said + complained


def test_a_run_that_is_stopped_is_gone_on_with_by_the_next(new_class, undisturbed):
    course = new_class()
    status, said = stopped(course, signal.SIGINT)
    begun = list((course.root / "course/results" / ASSIGNMENT).glob("*.begun"))

    rest = course.grade()

    assert status == 130
    assert f"grades the {len(begun)} that are left." in said
    assert "Traceback" not in said
    assert f"{len(begun)}   graded" in rest
    assert differences(course.kept(), undisturbed.kept()) == []


def test_a_run_that_is_killed_is_gone_on_with_by_the_next(new_class, undisturbed):
    course = new_class()
    stopped(course, signal.SIGKILL)

    course.grade("--resume")

    assert differences(course.kept(), undisturbed.kept()) == []


def test_nbgrader_goes_on_with_what_we_have_begun(new_class, undisturbed):
    course = new_class()
    stopped(course, signal.SIGKILL)

    course.autograde()

    assert differences(course.kept(), undisturbed.kept()) == []


def test_only_what_a_run_has_left_over_is_resumed(new_class):
    course = new_class()

    assert "None of 5 submissions is due" in course.grade("--resume")


def test_one_process_or_two_give_the_same(new_class, undisturbed):
    course = new_class()
    course.call("unrolled", "grade", ASSIGNMENT, "--jobs", "1")

    assert differences(course.kept(), undisturbed.kept()) == []


def test_some_students_can_be_chosen(new_class):
    course = new_class()
    course.grade("--student", "ben", "eve")

    graded = {path.name for path in (course.root / "course/autograded").iterdir()}
    assert graded == {"ben", "eve"}


def test_a_student_who_has_not_handed_in_is_refused(new_class):
    course = new_class()
    with course.calling("unrolled", "grade", ASSIGNMENT, "--student", "zoe") as run:
        _, complained = run.communicate()

    assert run.returncode == 1
    assert f"got --student zoe, but {ASSIGNMENT} was handed in by: ada, ben" in complained


def test_nobody_can_grade_in_no_process(new_class):
    course = new_class()
    with course.calling("unrolled", "grade", ASSIGNMENT, "--jobs", "0") as run:
        _, complained = run.communicate()

    assert run.returncode == 1
    assert "got --jobs 0, but at least one process is needed to grade" in complained


def test_a_release_that_the_gradebook_does_not_know_is_refused(new_class):
    course = new_class()
    release = course.classroom.release()
    release.write_text(release.read_text().replace('"derive_loss"', '"derive_gain"'))
    with course.calling("unrolled", "grade", ASSIGNMENT) as run:
        _, complained = run.communicate()

    assert run.returncode == 1
    assert f"the release of {ASSIGNMENT} and the gradebook do not fit" in complained
    assert not (course.root / "course/autograded").exists()


def test_a_folder_that_cannot_be_written_costs_one_submission_and_is_told(new_class):
    course = new_class()
    place = course.root / "course/autograded/ben"
    place.parent.mkdir(exist_ok=True)
    place.write_text("in the way")
    with course.calling("unrolled", "grade", ASSIGNMENT) as run:
        said, _ = run.communicate()
    place.unlink()

    assert run.returncode == 1
    assert "not graded: ben: cannot be written: " in said
    assert "1   graded" in course.grade()


def test_strangers_are_refused_where_the_course_knows_its_students(new_class):
    course = new_class()
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nget_config().Autograde.create_student = False\n")
    with course.gradebook() as gradebook:
        gradebook.add_student("ada")
    with course.calling("unrolled", "grade", ASSIGNMENT) as run:
        said, _ = run.communicate()

    assert run.returncode == 1
    assert "1   graded" in said
    assert "not graded: ben: ben is not in the gradebook, and create_student is off" in said


def test_a_class_that_is_trusted_is_told_loudly(new_class):
    course = new_class()
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace(".parent)", ".parent, confined=False)"))

    assert "confined=False: student code can read and change" in course.grade("--student", "ada")
    assert course.classroom.results("ada").sandbox == "off"
