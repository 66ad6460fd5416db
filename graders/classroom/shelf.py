"""The folders of one assignment: where work is handed in, and where graded work is put back."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files, rmtree

from graders.classroom import rescue
from graders.classroom.autograde import Autograde, PlainFiles
from graders.classroom.course import Course
from graders.classroom.marking import Marked, Script
from graders.errors import AuthorFault


class Shelf:
    """What nbgrader's autograde does with the files of an assignment, and nothing else of it."""

    def __init__(self, course: Course, assignment: str, *, force: bool = False) -> None:
        self._course, self._assignment = course, assignment
        self._directory = CourseDirectory(config=course.config)
        self._directory.assignment_id = assignment
        self._nbgrader = Autograde(coursedir=self._directory, config=course.config)
        self._force = force or self._nbgrader.force
        self._ours = self._course_files()
        self.strangers_welcome = self._nbgrader.create_student

    def students(self) -> list[str]:
        """Everybody who has handed in, by name. Raises AuthorFault if nobody has."""
        try:
            self._nbgrader.init_notebooks()
        except NbGraderException as error:
            raise AuthorFault(str(error)) from error
        excluded = (self._directory.student_id_exclude or "").split(",")
        found = (Path(folder).parent.name for folder in self._nbgrader.assignments)
        return sorted(student for student in found if student not in excluded)

    def is_due(self, student: str) -> bool:
        """Whether a submission is new, newer than what was graded, or was left half done."""
        graded = self._graded(student)
        if self._force or self.is_begun(student) or not graded.exists():
            return True
        submitted, before = self.submitted(student), self._directory.get_existing_timestamp(graded)
        return bool(submitted and before and submitted > before)

    def is_begun(self, student: str) -> bool:
        """Whether a run was to grade a submission, and did not come to an end with it."""
        return self._begun(student).exists()

    def begin(self, student: str) -> None:
        """Keep in mind, whatever happens to this process, that a submission is to be graded."""
        self._begun(student).parent.mkdir(parents=True, exist_ok=True)
        self._begun(student).touch()

    def finish(self, student: str) -> None:
        """Let a submission count as graded."""
        self._begun(student).unlink(missing_ok=True)

    def script(self, student: str) -> Script:
        """What a student has handed in."""
        return Script(student, rescue.find(self._handed_in(student), f"{self._assignment}.ipynb"))

    def submitted(self, student: str) -> datetime | None:
        """When a student handed in, as far as that is known, in UTC."""
        return self._directory.get_existing_timestamp(self._handed_in(student))

    def lacks(self, student: str, notebook: str) -> bool:
        """Whether a notebook is not among what a student handed in, under its name."""
        return not (self._handed_in(student) / f"{notebook}.ipynb").exists()

    def put_back(self, marked: Marked) -> None:
        """Write a graded notebook, what belongs beside it, and its results."""
        graded, place = self._graded(marked.student), (self._assignment, marked.student)
        if graded.exists():
            rmtree(graded)
        PlainFiles.init_assignment(self._nbgrader, *place)
        for path, name in self._ours:
            (graded / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, graded / name)
        os.makedirs(graded, mode=0o755, exist_ok=True)
        (graded / f"{self._assignment}.ipynb").write_text(marked.notebook, encoding="utf-8")
        super(Autograde, self._nbgrader).set_permissions(self._assignment, marked.student)
        marked.results.write(self._course.results_file(self._assignment, marked.student))

    def _course_files(self) -> list[tuple[str, str]]:
        """The assignment's own files, which replace a student's, and what they are called."""
        home = self._directory.format_path(self._directory.source_directory, ".", self._assignment)
        kept = self._nbgrader.exclude_overwriting.get(self._assignment, [])
        found = find_all_files(home, [*self._directory.ignore, "*.ipynb"])
        names = ((path, os.path.relpath(path, home)) for path in found)
        return [(path, name) for path, name in names if name not in kept]

    def _handed_in(self, student: str) -> Path:
        return self._folder(self._directory.submitted_directory, student)

    def _graded(self, student: str) -> Path:
        return self._folder(self._directory.autograded_directory, student)

    def _folder(self, step: str, student: str) -> Path:
        return Path(self._directory.format_path(step, student, self._assignment))

    def _begun(self, student: str) -> Path:
        return self._course.results_file(self._assignment, student).with_suffix(".begun")
