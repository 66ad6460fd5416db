"""nbgrader's autograde, which no submission can stop."""

import os
from glob import glob
from pathlib import Path

from nbgrader import converters
from nbgrader.converters.base import NbGraderException
from nbgrader.utils import parse_utc

from graders.classroom.course import Course
from graders.classroom.feedback import legible
from graders.classroom.handed_in import UNREADABLE_TIME
from graders.errors import AuthorFault, MachineFault
from graders.results import Results
from graders.sandbox.confinement import check_machine

NOT_CONFINED = (
    "confined=False: student code can read and change whatever you can, this gradebook included"
)


class Autograde(converters.Autograde):
    """nbgrader's autograde, with our steps in its pipeline.

    Every folder that was handed in is graded, whatever is in it, and at the end there is a list of
    what needs a human.
    """

    def init_notebooks(self) -> None:
        """Expect the notebook in every folder: `rescue` finds what stands for it."""
        folders = glob(self._format_source(self.coursedir.assignment_id, self.coursedir.student_id))
        name = f"{self.coursedir.assignment_id}.ipynb"
        self.notebooks = []
        self.assignments = {
            folder: [os.path.join(folder, name)] for folder in folders if self._has_a_name(folder)
        }
        if not folders:
            super().init_notebooks()  # says so in nbgrader's words
        self._expect_the_release()

    def _has_a_name(self, folder: str) -> bool:
        """Whether nbgrader can make out the student's name; one with a line break stops it."""
        if named := "\n" not in folder:
            _mend_timestamp(Path(folder))
        else:
            self.log.warning("needs a human: %r has a line break in its name: rename it", folder)
        return named

    def _expect_the_release(self) -> None:
        """Stop here, and not with every student anew, if there is nothing to grade by."""
        try:
            Course(parent=self).release(self.coursedir.assignment_id)
        except AuthorFault as fault:
            self.log.error(fault)
            raise NbGraderException(str(fault)) from fault

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """As nbgrader does, but links, pipes and devices that were handed in are not copied."""
        usual, folder = self.coursedir.ignore, Path(self._format_source(assignment_id, student_id))
        odd = [path.name for path in folder.rglob("*") if not _is_plain(path)]
        self.coursedir.ignore = usual + odd
        try:
            super().init_assignment(assignment_id, student_id)
        finally:
            self.coursedir.ignore = usual

    def convert_notebooks(self) -> None:
        """Grade everybody; then say what a person has to look at."""
        self._expect_confinement()
        try:
            super().convert_notebooks()
        finally:
            self._list_what_needs_a_human()

    def _expect_confinement(self) -> None:
        """Refuse to start, or say loudly what it means, if student code is not to be confined."""
        if not Course(parent=self).rules.limits.confined:
            self.log.warning(NOT_CONFINED)
            return
        try:
            check_machine()
        except MachineFault as fault:
            self.log.error(fault)
            raise NbGraderException(str(fault)) from fault

    def _list_what_needs_a_human(self) -> None:
        course, assignment = Course(parent=self), self.coursedir.assignment_id
        students = sorted(Path(folder).parent.name for folder in self.assignments)
        files = [course.results_file(assignment, student) for student in students]
        for results in (Results.read(file) for file in files if file.exists()):
            for reason in results.needs_human:
                self.log.warning("%s", legible(f"needs a human: {results.student}: {reason}"))


def _is_plain(path: Path) -> bool:
    return not path.is_symlink() and (path.is_file() or path.is_dir())


def _mend_timestamp(folder: Path) -> None:
    """Set a time of submission aside that nobody can read; without one nbgrader takes none."""
    path = folder / "timestamp.txt"
    try:
        if path.is_symlink() or path.exists():
            parse_utc(path.read_text().strip() or "1970-01-01 00:00:00 UTC")
    except (ValueError, OverflowError, OSError):
        path.rename(folder / UNREADABLE_TIME)
