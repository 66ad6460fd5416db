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
from traitlets import Bool

from graders.classroom import rescue
from graders.classroom.course import Course
from graders.classroom.engine import Submission, judge
from graders.classroom.feedback import legible
from graders.classroom.scores import entries


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
        results = judge(submission, course.rules)
        results.write(course.results_file(about["assignment"], about["student"]))
        resources["unrolled"] = {question.name: question for question in results.questions}
        return notebook, resources


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
        reveal = Course(parent=self).reveal
        self._entries = entries(notebook, resources["unrolled"], reveal)
        return super().preprocess(notebook, resources)

    def _add_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        name = cell.metadata.nbgrader.grade_id
        place = (name, self.notebook_id, self.assignment_id, self.student_id)
        grade, score = self.gradebook.find_grade(*place), self._entries.scores[name]
        grade.auto_score = score.auto_score
        if score.is_bonus:
            grade.extra_credit = score.extra_credit
        grade.needs_manual_grade = score.auto_score is None or grade.manual_score is not None
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        name = cell.metadata.nbgrader.grade_id
        place = (name, self.notebook_id, self.assignment_id, self.student_id)
        self.gradebook.find_comment(*place).auto_comment = self._entries.comments[name]
        self.gradebook.db.commit()


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
