"""nbgrader's autograde and feedback with our steps in them."""

import os
from glob import glob
from pathlib import Path

import nbgrader.apps.api
import nbgrader.apps.autogradeapp
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import (
    ClearMetadataPreprocessor,
    CSSHTMLHeaderPreprocessor,
    Preprocessor,
)
from nbformat import NotebookNode
from nbgrader import converters, preprocessors
from nbgrader.converters.base import NbGraderException
from nbgrader.exchange import default
from nbgrader.utils import parse_utc
from traitlets import Bool
from traitlets.config import Config

from graders.classroom import steps
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
    """nbgrader's autograde, which no submission can stop.

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


class HideSecrets(Preprocessor):
    """Keeps hidden tests and marking schemes, which graded notebooks contain, out of feedback."""

    enabled = Bool(True)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Cut the hidden regions out of the assignment's own cells."""
        about = cell.metadata.get("nbgrader", {})
        if about.get("locked") and not about.get("solution"):
            cell.source = _without_region(cell.source, "HIDDEN TESTS")
            cell.source = _without_region(cell.source, "MARK SCHEME")
        return cell, resources


def _without_region(source: str, region: str) -> str:
    kept, hidden = [], False
    for line in source.splitlines():
        hidden = hidden or f"BEGIN {region}" in line
        if not hidden:
            kept.append(line)
        hidden = hidden and f"END {region}" not in line
    return "\n".join(kept).rstrip()


class ReleaseFeedback(default.ExchangeReleaseFeedback):
    """nbgrader's release of feedback, which no submission can stop.

    The exchange knows a submission by what `nbgrader submit` leaves in it; one that came in another
    way, by `zip_collect`, has no place there.
    """

    def copy_files(self) -> None:
        """Release what came through the exchange; say who must get theirs in another way."""
        folders = [Path(folder) for folder in sorted(glob(self.src_path))]
        strangers = [folder for folder in folders if not _came_by_submit(folder)]
        for folder in strangers:
            self.log.warning("not submitted through the exchange, not released there: %s", folder)
        excluded = self.coursedir.student_id_exclude
        names = [excluded, *(folder.parent.name for folder in strangers)]
        self.coursedir.student_id_exclude = ",".join(filter(None, names))
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = excluded  # formgrader's server goes on using it


def _came_by_submit(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("timestamp.txt", "submission_secret.txt"))


def install(c: Config) -> None:
    """Put our steps into nbgrader's pipeline, by its configuration where that suffices."""
    c.Autograde.exporter_class = steps.SubmissionExporter
    c.Autograde.sanitize_preprocessors = [
        steps.Rescue,
        preprocessors.ClearOutput,
        preprocessors.DeduplicateIds,
        preprocessors.OverwriteKernelspec,
        steps.RestoreCells,
        preprocessors.CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        steps.Grade,
        preprocessors.IgnorePattern,
        ClearMetadataPreprocessor,
        preprocessors.LimitOutput,
        steps.SaveScores,
        preprocessors.AssignLatePenalties,
        preprocessors.CheckCellMetadata,
    ]
    # Marking schemes stand in the locked cell above an answer, where the TA reads them.
    c.ClearMarkScheme.enforce_metadata = False
    c.GenerateFeedback.preprocessors = [
        preprocessors.GetGrades,
        HideSecrets,
        CSSHTMLHeaderPreprocessor,
    ]
    c.ExchangeFactory.release_feedback = ReleaseFeedback
    # Which class grades is no option of nbgrader's: its command and formgrader's button name it.
    nbgrader.apps.autogradeapp.Autograde = Autograde
    nbgrader.apps.api.Autograde = Autograde
