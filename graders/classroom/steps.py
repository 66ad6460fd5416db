"""Our steps in nbgrader's pipeline: make notebooks whole, grade them, enter the scores."""

from html import escape
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor, OverwriteCells, SaveAutoGrades
from nbgrader.utils import determine_grade
from traitlets import Bool

from graders.classroom import rescue
from graders.classroom.course import Course
from graders.classroom.engine import Submission, give_up, grade
from graders.classroom.feedback import advice_on, legible
from graders.classroom.rescue import is_added
from graders.results import Question, Results, Verdict


class SubmissionExporter(NotebookExporter):
    """Reads what a student handed in, whatever it is."""

    def from_filename(
        self, filename: str, resources: ResourcesDict | None = None, **kwargs: Any
    ) -> tuple[str, ResourcesDict]:
        """Convert the notebook that stands for `filename`; nothing in it can stop the batch."""
        path = Path(filename)
        if path.exists() and path.is_relative_to(Course(parent=self).autograded):
            return super().from_filename(filename, resources=resources, **kwargs)
        handed_in = rescue.find(path.parent, path.name)
        resources["unrolled"] = handed_in
        return self.from_notebook_node(nbformat.v4.new_notebook(), resources=resources, **kwargs)


class Rescue(NbGraderPreprocessor):
    """Puts the student's answers into a fresh copy of the assignment."""

    def preprocess(
        self, notebook: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Restore the notebook, and keep a note of every repair in its metadata."""
        release = Course(parent=self).release(resources["nbgrader"]["assignment"])
        notebook, repairs = rescue.restore(resources["unrolled"], release)
        notebook.metadata.unrolled = {"repairs": repairs}
        for repair in repairs:
            self.log.warning("%s", legible(f"{resources['nbgrader']['student']}: {repair}"))
        return notebook, resources


class Grade(NbGraderPreprocessor):
    """Runs the notebook in the sandbox and has the hidden graders judge it. Replaces Execute."""

    def preprocess(
        self, notebook: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Grade the notebook; its graded cells show what was found."""
        about, course = resources["nbgrader"], Course(parent=self)
        repairs = notebook.metadata.pop("unrolled", {}).get("repairs", [])
        submission = Submission(about["assignment"], about["student"], notebook, list(repairs))
        results = self._graded(submission, course)
        results.write(course.results_file(about["assignment"], about["student"]))
        resources["unrolled"] = {question.name: question for question in results.questions}
        return notebook, resources

    def _graded(self, submission: Submission, course: Course) -> Results:
        """The results; if we fail, twice, those that leave every question to a TA, with the reason.

        Whatever the reason is, it is not to be had by the students who come after.
        """
        for attempt in (1, 2):
            try:
                return grade(submission, course.rules)
            except Exception as error:
                self.log.exception("%s, attempt %d", legible(submission.student), attempt)
                reason = f"{type(error).__name__}: {error}"
        return give_up(submission, legible(reason), course.rules)


class RestoreCells(OverwriteCells):
    """nbgrader's own check of locked cells, which puts the hidden parts back.

    What a student changed has been told by Rescue; that a hidden part differs is no news.
    """

    def report_change(self, name: str, attr: str, old: Any, new: Any) -> None:
        """Say nothing of what was restored."""


class SaveScores(SaveAutoGrades):
    """Enters the scores into the gradebook straight from the results, never from outputs."""

    def preprocess(
        self, notebook: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Enter every score."""
        cells = notebook.cells
        self._wrote_elsewhere = any(c.cell_type == "markdown" and is_added(c) for c in cells)
        return super().preprocess(notebook, resources)

    def _add_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        grade_id = cell.metadata.nbgrader.grade_id
        grade = self.gradebook.find_grade(
            grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
        question = resources["unrolled"].get(grade_id.removeprefix("test_"))
        if question:
            _enter(grade, question)
        else:
            self._enter_derivation(grade, cell)
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        """Comment on an answer with what is known of it; a TA may write something better."""
        super()._add_comment(cell, resources)
        grade_id = cell.metadata.nbgrader.grade_id
        if question := resources["unrolled"].get(grade_id):
            comment = self.gradebook.find_comment(
                grade_id, self.notebook_id, self.assignment_id, self.student_id
            )
            told = advice_on(question, Course(parent=self).reveal)
            comment.auto_comment = told or comment.auto_comment
            self.gradebook.db.commit()

    def _enter_derivation(self, grade: Any, cell: NotebookNode) -> None:
        """A derivation that was never begun is worth 0 and awaits nobody; others await a TA."""
        auto_score, _ = determine_grade(cell, self.log)
        # An untouched cell proves nothing if the student added cells: it may be written there.
        grade.auto_score = None if self._wrote_elsewhere else auto_score
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None


class EscapeNames(Preprocessor):
    """Lets formgrader's page of a submission say a student's name as the text that it is."""

    enabled = Bool(True)

    def preprocess(
        self, notebook: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Escape what the page says of the student."""
        for key in ("student", "first_name", "last_name", "notebook_path"):
            resources[key] = escape(resources.get(key) or "")
        return notebook, resources


def _enter(grade: Any, question: Question) -> None:
    unchecked = question.verdict is Verdict.COULD_NOT_CHECK
    earned = None if unchecked else question.score
    grade.auto_score = 0.0 if question.bonus and not unchecked else earned
    if question.bonus:
        grade.extra_credit = earned
    grade.needs_manual_grade = unchecked or grade.manual_score is not None
