"""Otter has the same graders as nbgrader alone, and comes to the same verdicts as we do."""

import pytest

from graders.bench import otter
from graders.bench.classroom import Classroom
from graders.results import Results, Verdict

ASSIGNMENT = "rnn_gradients"

if not otter.installed():
    pytest.skip("there is no program `otter` to be raced against", allow_module_level=True)


def test_otter_and_we_find_the_same_questions_right(tmp_path):
    (tmp_path / "course").mkdir()
    course = Classroom.opened(tmp_path / "course", ASSIGNMENT, 2)
    otter.prepare(course)
    course.run("python", "-m", "graders.bench.otter", ASSIGNMENT)
    course.run("unrolled", "grade", ASSIGNMENT)

    for number in range(2):
        name = f"student{number:05}"
        found = otter.scores(course.root / "course/results/otter" / name)
        ours = Results.read(course.root / f"course/results/{ASSIGNMENT}/{name}.json").questions
        paid = {question.name for question in ours if question.verdict is Verdict.PASSED}
        worth = {question.name for question in ours if not question.bonus}
        assert {question for question, score in found.items() if score} == paid & worth
