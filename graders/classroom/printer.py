"""The printer: one student's pages of feedback, printed aside and put in their place when whole."""

import logging
import os
import re
from dataclasses import dataclass, field
from functools import cache
from glob import escape, glob
from pathlib import Path

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbconvert.writers import FilesWriter
from nbgrader import converters
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import rmtree

from graders.classroom import pages
from graders.classroom.course import Course, course_in
from graders.classroom.feedback import legible
from graders.classroom.grades import Grades
from graders.errors import AuthorFault

log = logging.getLogger(__name__)

OURS = {GetGrades: pages.GetGrades, CSSHTMLHeaderPreprocessor: pages.StyleSheets}
"""Steps of nbgrader's that come to the same sooner."""


@dataclass(frozen=True)
class Graded:
    """One student's graded work, of which pages are to be printed."""

    student: str
    grades: dict[str, Grades] = field(default_factory=dict)
    """What the gradebook knows, by the names of notebooks."""


@dataclass(frozen=True)
class Printed:
    """A student whose pages are in their place, or why there are none."""

    student: str
    fault: str = ""


class Press(converters.GenerateFeedback):
    """nbgrader's generate_feedback, of which the parts are used one student at a time.

    nbgrader writes into the folder in which feedback is looked for. Here it writes into one beside
    that, which takes its place in the end: whatever ends the process, pages are whole.
    """

    def __init__(self, course: Course, assignment: str) -> None:
        directory = CourseDirectory(config=course.config)
        directory.assignment_id, directory.notebook_id = assignment, "*"
        super().__init__(coursedir=directory, config=course.config)
        self.preprocessors = [OURS.get(step, step) for step in self.preprocessors]

    def _exporter_class_default(self) -> type:
        return pages.PageExporter

    def warm_up(self) -> None:
        """Make what all pages need, once."""
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)
        for step in self.preprocessors:
            self.exporter.register_preprocessor(step)

    def students(self) -> list[str]:
        """Everybody whose work is graded, by name. Raises AuthorFault if nobody's is.

        nbgrader passes over whose name has brackets in it, for it takes them for a pattern.
        """
        assignment = self.coursedir.assignment_id
        names = re.compile(self._format_source("(?:.*)", "(?P<student>.*)", escape=True))
        found = [names.match(folder)["student"] for folder in glob(self._source("*"))]
        found = [student for student in found if self._graded(student)]
        if not found:
            raise AuthorFault(f"nothing is graded: run `unrolled grade {assignment}` first")
        excluded = (self.coursedir.student_id_exclude or "").split(",")
        return sorted(student for student in found if student not in excluded)

    def is_due(self, student: str) -> bool:
        """Whether a page is missing, or older than what is graded, as nbgrader's times tell."""
        place = self._place(student)
        if not all((place / f"{Path(one).stem}.html").exists() for one in self._graded(student)):
            return True
        graded = self.coursedir.get_existing_timestamp(self._source(student))
        printed = self.coursedir.get_existing_timestamp(place)
        return self.force or bool(graded and printed and graded > printed)

    def print(self, graded: Graded) -> None:
        """Print a student's pages, with the other files that nbgrader puts beside them."""
        assignment, student = self.coursedir.assignment_id, graded.student
        aside, place = Path(self._format_dest(assignment, student)), self._place(student)
        if aside.exists():
            rmtree(aside)  # whoever wrote it was killed
        self.notebooks = self._graded(student)
        self.run_pre_convert_hook()
        self.init_assignment(assignment, student)
        for notebook in self.notebooks:
            self._print(notebook, graded.grades)
        self.set_permissions(assignment, student)
        if place.exists():
            rmtree(place)
        aside.rename(place)
        self.run_post_convert_hook()

    def _print(self, notebook: str, grades: dict[str, Grades]) -> None:
        name = Path(notebook).stem
        if name not in grades:
            raise AuthorFault(f"the gradebook knows of no {name} that was handed in")
        resources = self.init_single_notebook_resources(notebook)
        resources["nbgrader"]["grades"] = grades[name]
        page, resources = self.exporter.from_filename(notebook, resources=resources)
        self.write_single_notebook(page, resources)

    def discard(self, student: str) -> None:
        """Take away, as nbgrader does after a failure, what is no feedback on the graded work."""
        for folder in (
            self._format_dest(self.coursedir.assignment_id, student),
            self._place(student),
        ):
            if os.path.exists(folder):
                rmtree(folder)

    def _graded(self, student: str) -> list[str]:
        return sorted(glob(os.path.join(escape(self._source(student)), "*.ipynb")))

    def _source(self, student: str) -> str:
        return self._format_source(self.coursedir.assignment_id, student)

    def _place(self, student: str) -> Path:
        return Path(super()._format_dest(self.coursedir.assignment_id, student))

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        place = Path(super()._format_dest(assignment_id, student_id, escape))
        return str(place.with_name(f".{place.name}.new"))


@dataclass(frozen=True)
class Printer:
    """Whoever prints pages of an assignment, in whatever process: what `Workers` hand work to."""

    root: Path
    """The course's folder: what is configured there is read where it is needed."""
    assignment: str

    def mark(self, graded: Graded) -> Printed:
        """Print one student's pages; a fault of theirs is nobody else's."""
        try:
            _press(self.root, self.assignment).print(graded)
        except Exception as error:
            log.exception("%s could not be printed", legible(graded.student))
            return self.give_up(graded, f"{type(error).__name__}: {error}")
        return Printed(graded.student)

    def give_up(self, graded: Graded, reason: str) -> Printed:
        """Leave no page that is half done or out of date."""
        Press(course_in(self.root), self.assignment).discard(graded.student)
        return Printed(graded.student, reason)


@cache
def _press(root: Path, assignment: str) -> Press:
    press = Press(course_in(root), assignment)
    press.warm_up()
    return press
