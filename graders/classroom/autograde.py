"""nbgrader's autograde, which no submission can stop."""

import os
import shutil
import stat
from glob import glob
from pathlib import Path
from unicodedata import category

from nbgrader import converters
from nbgrader.converters.base import NbGraderException
from nbgrader.utils import find_all_files, parse_utc, rmtree

from graders.classroom.course import Course
from graders.classroom.feedback import legible
from graders.classroom.filenames import MAX_STUDENT_CHARACTERS
from graders.classroom.handed_in import UNREADABLE_TIME
from graders.errors import AuthorFault, MachineFault, UnrolledError
from graders.results import Results
from graders.sandbox.confinement import check_machine

MAX_TIME_BYTES = 1000
NOT_CONFINED = (
    "confined=False: student code can read and change whatever you can, this gradebook included"
)


class PlainFiles(converters.base.BaseConverter):
    """Copies what was handed in beside a notebook: files, and never what a link leads to."""

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """As nbgrader does, but links, pipes and devices stay there, whatever they are called."""
        source = self._format_source(assignment_id, student_id)
        copies = Path(self._format_dest(assignment_id, student_id))
        for found in find_all_files(source, [*self.coursedir.ignore, "*.ipynb"]):
            copy = copies / Path(found).relative_to(source)
            if stat.S_ISREG(os.lstat(found).st_mode):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(found, copy)


class Autograde(converters.Autograde, PlainFiles):
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
        """Whether nbgrader can make out the student's name, and a gradebook has room for it."""
        if trouble := _trouble_with(folder):
            self.log.warning("needs a human: %r has %s: rename it", folder, trouble)
            return False
        _mend_timestamp(Path(folder))
        return True

    def _expect_the_release(self) -> None:
        """Stop here, and not with every student anew, if there is nothing to grade by."""
        try:
            Course(parent=self).release(self.coursedir.assignment_id)
        except AuthorFault as fault:
            self.log.error(fault)
            raise NbGraderException(str(fault)) from fault

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """As nbgrader does, but what a run that was killed has left half done is begun anew."""
        copies = self._format_dest(assignment_id, student_id)
        if self._begun(assignment_id, student_id).exists() and os.path.exists(copies):
            rmtree(copies)
        return super().init_destination(assignment_id, student_id)

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """As nbgrader does, with a mark that lasts until all is done."""
        begun = self._begun(assignment_id, student_id)
        begun.parent.mkdir(parents=True, exist_ok=True)
        begun.touch()
        super().init_assignment(assignment_id, student_id)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """As nbgrader does, last of all."""
        super().set_permissions(assignment_id, student_id)
        self._begun(assignment_id, student_id).unlink()

    def _begun(self, assignment_id: str, student_id: str) -> Path:
        return Course(parent=self).results_file(assignment_id, student_id).with_suffix(".begun")

    def convert_notebooks(self) -> None:
        """Grade everybody; then say what a person has to look at."""
        self._expect_confinement()
        self._expect_the_gradebook()
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

    def _expect_the_gradebook(self) -> None:
        """Say in words, and once, that the database does not answer."""
        try:
            Course(parent=self).gradebook().close()
        except UnrolledError as fault:
            self.log.error(fault)
            raise NbGraderException(str(fault)) from fault

    def _list_what_needs_a_human(self) -> None:
        course, assignment = Course(parent=self), self.coursedir.assignment_id
        students = sorted(Path(folder).parent.name for folder in self.assignments)
        files = [course.results_file(assignment, student) for student in students]
        for results in (Results.read(file) for file in files if file.exists()):
            for reason in results.needs_human:
                self.log.warning("%s", legible(f"needs a human: {results.student}: {reason}"))


def _trouble_with(folder: str) -> str:
    """What is amiss with the name of a folder, where that would end the run; else ""."""
    student = Path(folder).parent.name
    if "\n" in folder:
        return "a line break in its name"
    if len(student) > MAX_STUDENT_CHARACTERS:
        return f"a student's name of more than {MAX_STUDENT_CHARACTERS} characters"
    # Bytes of a name that are no UTF-8 come as halves of characters.
    is_text = not any(category(character) == "Cs" for character in student)
    return "" if is_text else "a name that is no UTF-8"


def _mend_timestamp(folder: Path) -> None:
    """Set a time of submission aside that nobody can read; without one nbgrader takes none."""
    path = folder / "timestamp.txt"
    if os.path.lexists(path) and not _is_time(path):
        path.rename(folder / UNREADABLE_TIME)


def _is_time(path: Path) -> bool:
    """Whether a file tells a time, or nothing; a pipe or a device could be read for ever."""
    about = os.lstat(path)
    if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_TIME_BYTES:
        return False
    try:
        parse_utc(path.read_text().strip() or "1970-01-01 00:00:00 UTC")
    except (ValueError, OverflowError, OSError):
        return False
    return True
