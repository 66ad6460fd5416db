"""A class of any size that hands in, in a course of ours or in one of nbgrader's own.

Every second student is right; the others have one to three of the known misconceptions. Students
of the same number hand in the same, so classes of different sizes, in either course, are alike.
"""

import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Self

import nbformat
from nbformat import NotebookNode

from graders.classroom.configuration import find_programs_beside_python
from graders.classroom.desk import Desk
from graders.doctor import ours, stock
from graders.errors import MachineFault
from graders.misconceptions import Misconception, registry, source
from graders.sandbox.confinement import PROJECT

MISTAKES = (0, 1, 0, 2, 0, 3)
"""How many functions one student after the other gets wrong."""
GRADED = ("autograded", "feedback", "results")
"""The folders that grading fills."""


@dataclass(frozen=True)
class Classroom:
    """A course whose students have handed in."""

    root: Path
    assignment: str

    @classmethod
    def opened(cls, root: Path, assignment: str, students: int, *, alone: bool = False) -> Self:
        """A course of ours, or of nbgrader `alone`, in which so many students have handed in."""
        find_programs_beside_python()
        course, name = cls(root, assignment), f"{assignment}/{assignment}.ipynb"
        solved = nbformat.read(PROJECT / "assignments" / name, as_version=4)
        given = nbformat.from_dict(solved)
        if alone:
            given = stock.in_nbgraders_own_way(given, assignment)
        (root / "assignments" / assignment).mkdir(parents=True)
        (root / "course").mkdir()
        nbformat.write(given, root / "assignments" / name)
        (root / "nbgrader_config.py").write_text(
            stock.CONFIG if alone else ours.CONFIG.format(limits={})
        )
        course.run("nbgrader", "generate_assignment", assignment)
        shutil.copy(course._gradebook, course._ungraded)
        for number, mistakes in enumerate(_mistakes(assignment, students)):
            course._hand_in(f"student{number:05}", solved, mistakes)
        return course

    def forget(self) -> None:
        """Undo all grading."""
        for name in GRADED:
            shutil.rmtree(self.root / "course" / name, ignore_errors=True)
        shutil.copy(self._ungraded, self._gradebook)

    def call(self, program: str, *words: str) -> subprocess.Popen:
        """A command that has been started in the course's folder."""
        return subprocess.Popen(
            [program, *words],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, program: str, *words: str) -> str:
        """What a command prints. Raises MachineFault if it fails."""
        called = self.call(program, *words)
        said, _ = called.communicate()
        if called.returncode:
            raise MachineFault(f"`{program} {' '.join(words)}` failed: {said[-500:]}")
        return said

    @property
    def _gradebook(self) -> Path:
        return self.root / "course/gradebook.db"

    @property
    def _ungraded(self) -> Path:
        return self.root / "course/ungraded.db"

    def _hand_in(self, student: str, solved: NotebookNode, mistakes: list[Misconception]) -> None:
        folder = self.root / "course/submitted" / student / self.assignment
        folder.mkdir(parents=True)
        shutil.copy(self.root / f"course/release/{self.assignment}/{self.assignment}.ipynb", folder)
        desk = Desk(folder, solved)
        desk.answer_all()
        desk.answer(**{mistake.question: source(mistake) for mistake in mistakes})
        desk.save()


def _mistakes(assignment: str, students: int) -> Iterator[list[Misconception]]:
    """What each student gets wrong."""
    known = [record for record in registry(assignment) if isinstance(record, Misconception)]
    shuffled = cycle(random.Random(0).sample(known, len(known)))
    return (list(islice(shuffled, count)) for count in islice(cycle(MISTAKES), students))
