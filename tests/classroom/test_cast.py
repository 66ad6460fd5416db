"""The main job, played by the cast: what everybody earns, and what they read about it."""

import html
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from graders.classroom.desk import cast
from graders.results import Verdict
from tests.conftest import ASSIGNMENT, ASSIGNMENTS, ROOT

STUDENTS = ROOT / "tests/students"
SMALL = ("ada", "ben", "chen", "jo")
"""Enough for another assignment: a right answer, two wrong ones, a function that is missing."""
HIDDEN = ("HIDDEN TESTS", "MARK SCHEME", "was not graded: Unrolled", "reference.")


def cast_of(assignment):
    """Everybody for the first assignment, a few for another."""
    actors = cast(STUDENTS, assignment)
    return [a for a in actors if assignment == ASSIGNMENT or a.student in SMALL]


CAST = cast_of(ASSIGNMENT)
each_actor = pytest.mark.parametrize(
    ("play", "actor"),
    [
        pytest.param(a, actor, id=f"{a}-{actor.student}")
        for a in ASSIGNMENTS
        for actor in cast_of(a)
    ],
    indirect=["play"],
)
of_the_first = pytest.mark.parametrize("play", [ASSIGNMENT], indirect=True)


def demo(classroom):
    """`unrolled demo`, run in a course's folder by the students who are there."""
    program = Path(sys.executable).parent / "unrolled"
    return subprocess.run(
        [program, "demo", classroom.assignment, "--students", classroom.root / "cast"],
        cwd=classroom.root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def plays(new_classroom):
    """A function that plays an assignment's demo, once, in a course of its own."""

    @cache
    def played(assignment):
        classroom = new_classroom(assignment)
        shutil.rmtree(classroom.root / "course")
        (classroom.root / "cast").mkdir()
        for module in STUDENTS.glob("*.py"):
            if assignment == ASSIGNMENT or module.stem in SMALL:
                shutil.copy(module, classroom.root / "cast")
        done = demo(classroom)
        assert done.returncode == 0, done.stderr + done.stdout
        return classroom, done.stdout + done.stderr

    return played


@pytest.fixture
def play(request, plays):
    """A demo that was played: its classroom, and what it printed."""
    return plays(request.param)


@pytest.fixture
def gradebook(play):
    classroom, _ = play
    with Gradebook(f"sqlite:///{classroom.root / 'course/gradebook.db'}") as gradebook:
        yield gradebook


def test_the_cast_is_large_enough():
    assert len(CAST) >= 14
    assert len({actor.student for actor in CAST}) == len(CAST)


@each_actor
def test_everybody_loses_the_points_that_their_story_says(play, actor):
    questions = play[0].results(actor.student).questions

    lost = {q.name: q.max_score - q.score for q in questions if q.score < q.max_score}

    everything = {q.name: q.max_score for q in questions}
    assert lost == (everything if actor.lost == "everything" else actor.lost)
    assert Verdict.COULD_NOT_CHECK not in {q.verdict for q in questions}


@each_actor
def test_the_gradebook_has_the_scores_of_the_results(play, gradebook, actor):
    results = play[0].results(actor.student)
    submission = gradebook.find_submission(play[0].assignment, actor.student)
    grades = {g.name: g for notebook in submission.notebooks for g in notebook.grades}

    assert submission.score == results.score
    assert submission.max_score == 100
    for question in results.questions:
        grade = grades[f"test_{question.name}"]
        earned = (grade.auto_score, grade.extra_credit)
        assert earned == ((0, question.score) if question.bonus else (question.score, None))
        assert not grade.needs_manual_grade


@each_actor
def test_whoever_needs_a_human_is_listed(play, actor):
    _, printed = play

    assert bool(play[0].results(actor.student).needs_human) == actor.needs_human
    assert (f"needs a human {actor.student}\n" in printed) == actor.needs_human


@each_actor
def test_feedback_shows_every_criterion_and_no_secret(play, actor):
    assignment = play[0].assignment
    folder = play[0].root / "course/feedback" / actor.student / assignment
    page = html.unescape((folder / f"{assignment}.html").read_text())

    for question in play[0].results(actor.student).questions:
        for criterion in question.criteria:
            assert criterion.sentence in page
    cells = page[page.index("<body") :]
    assert [word for word in HIDDEN if word in cells] == []
    assert str(play[0].root) not in page
    assert "site-packages" not in cells


@of_the_first
def test_derivations_that_were_written_await_a_ta_and_untouched_ones_nobody(gradebook):
    for student, waiting in (("ada", True), ("gus", False), ("lee", False)):
        submission = gradebook.find_submission(ASSIGNMENT, student)
        written = [g for n in submission.notebooks for g in n.grades if "derive_" in g.name]

        assert len(written) == 6
        assert {grade.needs_manual_grade for grade in written} == {waiting}


@of_the_first
def test_feedback_reaches_the_exchange(play):
    pages = list((play[0].root / "course/exchange/unrolled/feedback").glob("*.html"))

    assert len(pages) == len(CAST)


@of_the_first
def test_the_table_has_everybody(play):
    _, printed = play

    rows = {line.split()[0]: line.split()[1:] for line in printed.splitlines() if line.split()}
    assert rows["ada"] == ["8", "10", "10", "12", "10", "8", "10", "6", "74"]
    assert {actor.student.split()[0] for actor in CAST} <= rows.keys()


@of_the_first
def test_a_demo_leaves_a_course_with_other_students_alone(play):
    classroom, _ = play
    stranger = classroom.folder("a stranger")
    done = demo(classroom)
    stranger.rmdir()
    stranger.parent.rmdir()

    assert done.returncode == 1
    assert "holds submissions of a stranger" in " ".join(done.stderr.split())
    assert (classroom.root / "course/gradebook.db").exists()
