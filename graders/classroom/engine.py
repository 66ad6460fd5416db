"""From what one student handed in to results and a notebook that shows them: the story."""

import atexit
from dataclasses import dataclass, field
from functools import cache

import nbformat
from nbformat import NotebookNode

from graders.classroom import feedback
from graders.classroom.feedback import Reveal
from graders.plugin import examine
from graders.results import Question, Results
from graders.sandbox.limits import Limits
from graders.sandbox.parent import Zygote
from graders.sandbox.student import Cell, Student


@dataclass(frozen=True)
class Submission:
    """One student's notebook, made whole by `rescue`, and what that took."""

    assignment: str
    student: str
    notebook: NotebookNode
    repairs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rules:
    """What the instructor has set for the course."""

    course_key: bytes
    limits: Limits = field(default_factory=Limits)
    reveal: Reveal = Reveal.PROBLEM


def grade(submission: Submission, rules: Rules) -> Results:
    """Grade one submission. The outputs in its notebook become the grader's.

    The same submission, course key and student id give the same results, whenever and wherever.
    """
    notebook = submission.notebook
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    own = [cell for cell in cells if not _question(cell)]
    graded = {_question(cell): cell for cell in cells if _question(cell)}
    results = Results(submission.assignment, submission.student, repairs=submission.repairs)
    results.sandbox = "confined" if rules.limits.confined else "off"

    # The student's cells run in a process that is not ours …
    with Student(_zygote(), [cell.source for cell in own], rules.limits) as student:
        ran = student.run()

        # … and the hidden graders put their questions to it.
        found = examine(
            list(graded), submission.assignment, student, rules.course_key, submission.student
        )

    # What the student's process put out is shown where it belongs, and decides nothing.
    for cell, outcome in zip(own, ran, strict=True):
        _show(cell, outcome)
    pairs = zip(own, ran, strict=True)
    results.stopped_cells = [f"{_title(c)} {r.stopped}" for c, r in pairs if r.stopped]

    # What we found is scored in the measure of the notebook, and shown in the graded cells.
    for name, cell in graded.items():
        question = _scored(name, float(cell.metadata.nbgrader.points), found[name])
        results.questions.append(question)
        cell.outputs = [feedback.output_of(question, rules.reveal)]
    feedback.add_notes(notebook, results)
    return results


def _question(cell: NotebookNode) -> str:
    """The question that a cell of checks is about, or "" for any other cell."""
    about = cell.metadata.get("nbgrader", {})
    checks = about.get("grade") and not about.get("solution")  # an answer is for a person to grade
    return about["grade_id"].removeprefix("test_") if checks else ""


def _title(cell: NotebookNode) -> str:
    """What a person would call a code cell: its id in the assignment, or how it begins."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    begins = (cell.source.strip().splitlines() or [""])[0]
    return f"The cell `{grade_id}`" if grade_id else f"The cell that begins `{begins[:60]}`"


def _scored(name: str, points: float, criteria: list) -> Question:
    """A question worth `points`; one that is worth nothing is a bonus, worth its criteria."""
    whole = sum(criterion.points for criterion in criteria)
    return Question(name, points or whole, bonus=not points, criteria=criteria)


def _show(cell: NotebookNode, outcome: Cell) -> None:
    cell.outputs = [nbformat.from_dict(output) for output in outcome.outputs]
    cell.execution_count = outcome.count


@cache
def _zygote() -> Zygote:
    """One zygote per worker process, started when the first submission needs it."""
    zygote = Zygote()
    atexit.register(zygote.close)
    return zygote
