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
"""The assignment of tests that need one, whichever it is."""
ASSIGNMENTS = sorted(path.name for path in (ROOT / "assignments").iterdir() if path.is_dir())
"""Every assignment: those of tests that should hold for all of them."""


@pytest.fixture(scope="session")
def zygote():
    """One zygote for all tests: starting it takes most of a second."""
    with Zygote() as zygote:
        yield zygote


@dataclass(frozen=True)
class Classroom:
    """A course in a folder of its own, used as an instructor does: by nbgrader's commands."""

    root: Path
    assignment: str = ASSIGNMENT
    db_url: str = ""
    """Where the gradebook is; without it, where `configure` puts it."""

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
        return self.root / "course/release" / self.assignment / f"{self.assignment}.ipynb"

    def folder(self, student):
        """The folder that a student hands in, made if need be."""
        folder = self.root / "course/submitted" / student / self.assignment
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def results(self, student):
        """What was found of a student's submission."""
        return Results.read(self.root / "course/results" / self.assignment / f"{student}.json")


@pytest.fixture(scope="session")
def new_classroom(tmp_path_factory):
    """A function that makes a course with an assignment generated, as the repository has it."""

    def new_classroom(assignment=ASSIGNMENT, db_url=""):
        root = tmp_path_factory.mktemp("course")
        shutil.copytree(ROOT / "assignments", root / "assignments")
        config = (ROOT / "nbgrader_config.py").read_text()
        if db_url:
            config = config.replace("parent)", f"parent, db_url={db_url!r})")
        (root / "nbgrader_config.py").write_text(config)
        classroom = Classroom(root, assignment, db_url)
        classroom.nbgrader("generate_assignment", assignment)
        return classroom

    return new_classroom
