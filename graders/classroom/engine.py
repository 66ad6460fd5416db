"""From what one student handed in to results and a notebook that shows them: the story."""

import atexit
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import nbformat
from nbformat import NotebookNode

from graders.classroom import feedback
from graders.classroom.definitions import names_used
from graders.classroom.feedback import Reveal, legible
from graders.classroom.harmless import make_harmless
from graders.examination import examine
from graders.explanation import explain
from graders.plugin import set_papers
from graders.results import Criterion, Diagnosis, Question, Results, Verdict
from graders.sandbox.limits import Limits
from graders.sandbox.parent import Zygote
from graders.sandbox.student import Student

log = logging.getLogger(__name__)


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
    began = time.monotonic()
    own = own_cells(submission.notebook)
    questions = [name for name in map(question_of, submission.notebook.cells) if name]

    # The student's cells run in a process that is not ours, while the graders write their papers …
    assignment, key, sources = submission.assignment, rules.course_key, [c.source for c in own]
    with ThreadPoolExecutor(1) as desk, Student(_zygote(), sources, rules.limits) as student:
        writing = desk.submit(set_papers, questions, assignment, key, submission.student)
        ran, papers = student.run(), writing.result()

        # … which are then put to its functions.
        found = examine(papers, student)

        # Now that the verdict stands, what went wrong is looked into; that changes nothing else.
        ran = [replace(cell) for cell in ran]
        diagnoses = explain(found, papers, assignment, student, key)

    # What the student's process put out is shown where it belongs, and decides nothing.
    for cell, outcome in zip(own, ran, strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in outcome.outputs]
        cell.execution_count = outcome.count
    pairs = zip(own, ran, strict=True)
    stopped = [f"{_title(cell)} {outcome.stopped}" for cell, outcome in pairs if outcome.stopped]
    results = _report(submission, found, diagnoses, stopped, rules)
    results.seconds = round(time.monotonic() - began, 3)
    return results


def own_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The code cells that are run in the sandbox: all but those of the checks."""
    return [cell for cell in notebook.cells if cell.cell_type == "code" and not question_of(cell)]


def judge(submission: Submission, rules: Rules) -> Results:
    """Grade one submission; if we fail, twice, leave every question to a TA, with the reason.

    Whatever the reason is, it is not to be had by the students who come after.
    """
    for attempt in (1, 2):
        try:
            return grade(submission, rules)
        except Exception as error:
            log.exception("%s, attempt %d", legible(submission.student), attempt)
            reason = f"{type(error).__name__}: {error}"
    return give_up(submission, legible(reason), rules)


def give_up(submission: Submission, reason: str, rules: Rules) -> Results:
    """Leave every question of a submission that cannot be graded to a TA, with the reason."""
    sentence = "This submission could be graded."
    unchecked = Criterion("grading", sentence, 0.0, Verdict.COULD_NOT_CHECK, reason)
    names = filter(None, map(question_of, submission.notebook.cells))
    return _report(submission, {name: [unchecked] for name in names}, {}, [], rules)


def _report(
    submission: Submission,
    found: dict[str, list[Criterion]],
    diagnoses: dict[str, Diagnosis],
    stopped: list[str],
    rules: Rules,
) -> Results:
    """What was found, scored in the measure of the notebook and shown in its graded cells."""
    repairs = submission.repairs + make_harmless(submission.notebook)
    results = Results(submission.assignment, submission.student, repairs=repairs)
    results.sandbox = "confined" if rules.limits.confined else "off"
    results.stopped_cells = stopped
    for cell in submission.notebook.cells:
        if name := question_of(cell):
            question = _scored(name, float(cell.metadata.nbgrader.points), found[name])
            question.rests_on = _failed_and_called(name, found, own_cells(submission.notebook))
            # A function that calls a wrong one may be right itself: that one is to be mended first.
            question.diagnosis = None if question.rests_on else diagnoses.get(name)
            results.questions.append(question)
            cell.outputs = [feedback.output_of(question, rules.reveal)]
    feedback.add_overview(submission.notebook, results, rules.reveal)
    return results


def _failed_and_called(
    name: str, found: dict[str, list[Criterion]], cells: list[NotebookNode]
) -> list[str]:
    """The questions with wrong answers whose functions a failed one calls, as last defined."""
    if not _lost(found[name]):
        return []
    used = (names_used(cell.source, name) for cell in reversed(cells))
    called = next((names for names in used if names is not None), set())
    wrong = [question for question, criteria in found.items() if _lost(criteria) - {"errors"}]
    return [question for question in wrong if question in called - {name}]


def _lost(criteria: list[Criterion]) -> set[str]:
    return {criterion.name for criterion in criteria if criterion.verdict is Verdict.FAILED}


def question_of(cell: NotebookNode) -> str:
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


def _zygote() -> Zygote:
    """The worker's zygote, started when the first submission needs it, or when it has died."""
    if not _zygotes or not _zygotes[-1].alive:
        _zygotes.append(Zygote())
        atexit.register(_zygotes[-1].close)
    return _zygotes[-1]


def end_zygote() -> None:
    """End the worker's zygote: the next submission starts one, in the environment of its time."""
    while _zygotes:
        zygote = _zygotes.pop()
        atexit.unregister(zygote.close)
        zygote.close()


_zygotes: list[Zygote] = []
