"""Otter-Grader as a contestant, if it is installed: the same draws, reference and graders.

Without Docker Otter grades one notebook per call of `otter run`:
`python -m graders.bench.otter ASSIGNMENT` calls it for one student of a course after the other.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from graders.bench.classroom import Classroom
from graders.classroom.engine import question_of
from graders.doctor.stock import hidden_tests
from graders.sandbox.confinement import PROJECT

TEST = """
from otter.test_files import test_case
OK_FORMAT = False
name, points = {question!r}, {points}

@test_case(hidden=True)
def test_hidden(env):
    exec({text!r}, dict(env))
"""


def installed() -> bool:
    """Whether there is an `otter` to be called."""
    return shutil.which("otter") is not None


def prepare(course: Classroom) -> None:
    """Write a course's autograder.zip."""
    name = course.assignment
    tests = course.root / "otter/tests"
    tests.mkdir(parents=True)
    notebook = course.root / f"assignments/{name}/{name}.ipynb"
    for cell in nbformat.read(notebook, as_version=4).cells:
        if question := question_of(cell):
            points, text = cell.metadata.nbgrader.points, hidden_tests(name, question)
            test = TEST.format(question=question, points=points, text=text)
            (tests / f"{question}.py").write_text(test, "utf-8")
    (course.root / "otter/requirements.txt").write_text("numpy\nmatplotlib\n")
    words = ("-t", "otter/tests", "-r", "otter/requirements.txt", "-o", "otter/autograder.zip")
    course.run("otter", "generate", *words)


def scores(folder: Path) -> dict[str, float]:
    """What Otter has given for each question; its results are in this folder."""
    tests = json.loads((folder / "results.json").read_text("utf-8"))["tests"]
    return {test["name"].split()[0]: test["score"] for test in tests if "max_score" in test}


def main() -> None:
    """Grade what has been handed in to the course in this folder."""
    parser = argparse.ArgumentParser("graders.bench.otter")
    parser.add_argument("assignment")
    parser.add_argument("--student", default="*")
    asked = parser.parse_args()
    pattern = f"{asked.student}/{asked.assignment}/{asked.assignment}.ipynb"
    for notebook in sorted(Path("course/submitted").glob(pattern)):
        _grade(notebook, Path("course/results/otter") / notebook.parts[2])


def _grade(notebook: Path, results: Path) -> None:
    results.mkdir(parents=True)
    words = ("run", "--no-logo", "-a", "otter/autograder.zip", "-o", results, notebook)
    # Otter has an environment of its own, and the draws import what a draw is.
    env = os.environ | {"PYTHONPATH": str(PROJECT)}
    called = subprocess.run(["otter", *words], capture_output=True, text=True, env=env)
    if called.returncode:
        sys.exit(called.stderr)


if __name__ == "__main__":
    main()
