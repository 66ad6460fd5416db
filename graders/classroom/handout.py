"""What students were given, and what the gradebook keeps of it to put into what they hand in."""

from dataclasses import dataclass
from typing import Any, Self

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde
from nbgrader.nbgraderformat import ValidationError
from nbgrader.preprocessors import AssignLatePenalties, CheckCellMetadata
from nbgrader.utils import is_locked
from traitlets.config import Config

from graders.classroom import rescue
from graders.classroom.course import Course
from graders.classroom.handed_in import HandedIn
from graders.classroom.steps import Grade, Rescue, SaveScores
from graders.errors import AuthorFault

NOT_ON_THEIR_OWN = (Grade, SaveScores, AssignLatePenalties, CheckCellMetadata)
"""Steps after the sanitizing that are taken elsewhere, or that were taken with the handout."""


@dataclass(frozen=True)
class Step:
    """A step of nbgrader's pipeline as the course has set it, to be taken anywhere."""

    preprocessor: type
    settings: dict[str, Any]

    def ready(self) -> Any:
        """The step itself, to be called with a notebook and what is known of it."""
        return self.preprocessor(**self.settings)


@dataclass(frozen=True)
class Handout:
    """An assignment, as a process needs it that reaches neither the gradebook nor the course."""

    assignment: str
    release: NotebookNode
    """The notebook that students were given."""
    complete: NotebookNode
    """The same after nbgrader's sanitizing: with hidden parts, checksums and kernel."""
    steps: tuple[Step, ...]
    """What nbgrader does with a notebook once it is graded."""

    @classmethod
    def of(cls, course: Course, assignment: str) -> Self:
        """The handout of an assignment. Raises AuthorFault if there is none."""
        release, nbgrader = course.release(assignment), Autograde(config=course.config)
        sanitizing = [one for one in nbgrader.sanitize_preprocessors if one is not Rescue]
        complete = _sanitized(release, assignment, sanitizing, course)
        after = [one for one in nbgrader.autograde_preprocessors if one not in NOT_ON_THEIR_OWN]
        ready = [one(config=course.config) for one in after]
        steps = tuple(Step(type(one), one.trait_values(config=True)) for one in ready)
        return cls(assignment, release, complete, steps)

    def restore(self, handed_in: HandedIn) -> tuple[NotebookNode, list[str]]:
        """The complete assignment with a student's answers in it, and what had to be mended."""
        notebook, repairs = rescue.restore(handed_in, self.release)
        notebook.metadata = nbformat.from_dict(self.complete.metadata)
        given = {_grade_id(cell): cell for cell in self.complete.cells if _grade_id(cell)}
        for cell in notebook.cells:
            if part := given.get(_grade_id(cell)):
                cell.metadata = nbformat.from_dict(part.metadata)
                if is_locked(part):
                    cell.source = part.source
        return notebook, repairs


def _sanitized(
    release: NotebookNode, assignment: str, steps: list[type], course: Course
) -> NotebookNode:
    """The release after nbgrader's own steps, once, instead of every student's notebook."""
    config = Config(course.config)
    config.Exporter.default_preprocessors = []
    exporter = NotebookExporter(config=config)
    for step in steps:
        exporter.register_preprocessor(step)
    about = {"student": "", "assignment": assignment, "notebook": assignment}
    about["db_url"] = course.db_url
    try:
        text, _ = exporter.from_notebook_node(release, {"nbgrader": about})
    except (MissingEntry, ValidationError) as error:
        raise AuthorFault(
            f"the release of {assignment} and the gradebook do not fit ({error}): run "
            f"`nbgrader generate_assignment {assignment}` again"
        ) from error
    return nbformat.reads(text, as_version=4)


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
