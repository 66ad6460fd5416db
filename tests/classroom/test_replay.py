"""A TA replays what a seed in the feedback stands for, with the course's own commands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest

from graders.classroom.course import course_in
from graders.classroom.desk import Desk, cast
from graders.classroom.replay import replay
from graders.errors import AuthorFault
from graders.shown import show
from reference.rnn_gradients import step_jacobian

ROOT = Path(__file__).parents[2]
HW = "rnn_gradients"
CAST = {actor.student: actor for actor in cast(ROOT / "tests" / "students", HW)}


@pytest.fixture(scope="module")
def classroom(new_classroom):
    """A course in which Ben (a wrong step_jacobian) and Hana (a product without end) are graded."""
    classroom = new_classroom()
    source = ROOT / "assignments" / HW / f"{HW}.ipynb"
    for student in ("ben", "hana"):
        folder = classroom.folder(student)
        shutil.copy(classroom.release(), folder)
        CAST[student].work(Desk(folder, nbformat.read(source, as_version=4)))
    classroom.nbgrader("autograde", HW)
    return classroom


@pytest.fixture(scope="module")
def course(classroom):
    return course_in(classroom.root)


def criterion(classroom, student, question, name):
    """What grading found of one criterion."""
    (found,) = (q for q in classroom.results(student).questions if q.name == question)
    return next(one for one in found.criteria if one.name == name)


def unrolled(classroom, *words):
    program = Path(sys.executable).with_name("unrolled")
    return subprocess.run(
        [program, *words], cwd=classroom.root, capture_output=True, text=True, check=False
    )


def test_a_seed_from_the_feedback_brings_back_the_very_same_inputs_and_answers(classroom, course):
    values = criterion(classroom, "ben", "step_jacobian", "values")

    (one,) = replay(course, HW, "ben", "step_jacobian", values.evidence["seed"])

    assert values.problem in one.verdict
    assert one.returned == values.evidence["got"]
    assert one.expected == values.evidence["want"]
    given = {"np": np, "step_jacobian": lambda *args: args}
    exec(one.code.replace("\nstep_jacobian(", "\ngot = step_jacobian("), given)
    assert show(step_jacobian(*given["got"])) == one.expected


def test_the_difference_is_the_students_numbers_minus_the_expected_ones(course):
    values = replay(course, HW, "ben", "step_jacobian")[0]
    numbers = re.compile(r"-?\d\.?\d*(?:e[+-]\d+)?")

    got, want, off = (
        np.array([float(number) for number in numbers.findall(text)])
        for text in (values.returned, values.expected, values.difference)
    )

    assert np.allclose(got - want, off, atol=1e-5)


def test_without_a_seed_each_failed_criterion_is_told_once(classroom, course):
    sentences = [one.sentence for one in replay(course, HW, "ben", "step_jacobian")]

    (found,) = (q for q in classroom.results("ben").questions if q.name == "step_jacobian")
    assert sentences == [c.sentence for c in found.criteria if c.verdict == "failed"]


def test_of_a_right_answer_there_is_nothing_to_replay(classroom):
    done = unrolled(classroom, "replay", HW, "hana", "step_jacobian")

    assert done.stdout.strip() == "Nothing fails: every criterion is met on every draw."


def test_an_endless_function_is_replayed_within_its_limits(course):
    found = replay(course, HW, "hana", "chain_rule_product")

    assert "did not finish within 2 s" in found[0].verdict
    assert "was not called any more" in found[-1].verdict


def test_the_command_shows_inputs_and_both_answers_side_by_side(classroom):
    values = criterion(classroom, "ben", "step_jacobian", "values")
    seed = str(values.evidence["seed"])

    done = unrolled(classroom, "replay", HW, "ben", "step_jacobian", "--draw", seed)

    assert done.returncode == 0, done.stderr
    assert f"seed = {seed}" in done.stdout
    assert re.search(r"returned +expected +difference", done.stdout)
    assert values.problem in done.stdout


def test_a_seed_of_nobody_is_refused_with_those_that_exist(classroom):
    done = unrolled(classroom, "replay", HW, "ben", "step_jacobian", "--draw", "1")

    assert done.returncode == 1
    assert "seed 1 is none of ben's draws of step_jacobian, which are: shape " in done.stderr
    assert "in the line `draw`" in done.stderr


def test_a_student_without_a_graded_submission_is_refused_with_what_to_do(course):
    with pytest.raises(AuthorFault, match="has bob handed in rnn_gradients, and was `nbgrader au"):
        replay(course, HW, "bob", "step_jacobian")


def test_a_question_that_does_not_exist_is_refused_with_those_that_do(course):
    with pytest.raises(AuthorFault, match=r"no question `jacobian` .*; its questions are chain"):
        replay(course, HW, "ben", "jacobian")


def test_outside_of_a_course_the_command_says_where_to_go(tmp_path):
    with pytest.raises(AuthorFault, match=r"no nbgrader_config.py in .*: run this from the course"):
        course_in(tmp_path)
