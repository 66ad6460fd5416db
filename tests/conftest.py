"""What tests of the kit share: a zygote, and courses of their own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from graders.results import Results
from graders.sandbox.parent import Zygote

ROOT = Path(__file__).parent.parent
ASSIGNMENT = "rnn_gradients"


@pytest.fixture(scope="session")
def zygote():
    """One zygote for all tests: starting it takes most of a second."""
    with Zygote() as zygote:
        yield zygote


@dataclass(frozen=True)
class Classroom:
    """A course in a folder of its own, used as an instructor does: by nbgrader's commands."""

    root: Path

    def nbgrader(self, *words, check=True):
        """Run one of nbgrader's commands in an environment that is not activated."""
        program = Path(sys.executable).parent / "nbgrader"
        environment = os.environ | {"PATH": "/usr/bin:/bin", "HOME": str(self.root)}
        done = subprocess.run(
            [program, *words],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr[-3000:]
        return done

    def release(self):
        """The notebook that students get."""
        return self.root / "course/release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"

    def folder(self, student):
        """The folder that a student hands in, made if need be."""
        folder = self.root / "course/submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def results(self, student):
        """What was found of a student's submission."""
        return Results.read(self.root / "course/results" / ASSIGNMENT / f"{student}.json")


@pytest.fixture(scope="session")
def new_classroom(tmp_path_factory):
    """A function that makes a course with the assignment generated, as the repository has it."""

    def new_classroom():
        root = tmp_path_factory.mktemp("course")
        shutil.copytree(ROOT / "assignments", root / "assignments")
        shutil.copy(ROOT / "nbgrader_config.py", root)
        classroom = Classroom(root)
        classroom.nbgrader("generate_assignment", ASSIGNMENT)
        return classroom

    return new_classroom
