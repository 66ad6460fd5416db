"""The unit of work: one student's script, marked anywhere by whoever has the handout."""

import logging
from dataclasses import dataclass

import nbformat.v4

from graders.classroom.engine import Rules, Submission, give_up, judge
from graders.classroom.feedback import legible
from graders.classroom.handed_in import HandedIn
from graders.classroom.handout import Handout
from graders.classroom.scores import Entries, entries
from graders.results import Results

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Script:
    """What one student handed in, to be marked."""

    student: str
    handed_in: HandedIn


@dataclass(frozen=True)
class Marked:
    """A script that was marked: all that is to be kept of it."""

    student: str
    notebook: str
    """The graded notebook, as it is written to its file."""
    results: Results
    entries: Entries


@dataclass(frozen=True)
class Marker:
    """Marks the scripts of one assignment, and reaches no file and no gradebook."""

    handout: Handout
    rules: Rules

    def mark(self, script: Script) -> Marked:
        """Grade a script; the same script gives the same, whoever marks it.

        If that is our fault, it is left to a TA: those who come after have nothing to do with it.
        """
        try:
            submission = self._submission(script.student, script.handed_in)
            return self._finished(submission, judge(submission, self.rules))
        except Exception as error:
            log.exception("%s could not be marked", legible(script.student))
            return self.give_up(script, legible(f"{type(error).__name__}: {error}"))

    def give_up(self, script: Script, reason: str) -> Marked:
        """Leave a script that nobody can grade to a TA; what is in it is not even looked at."""
        submission = self._submission(script.student, HandedIn(repairs=script.handed_in.repairs))
        return self._finished(submission, give_up(submission, reason, self.rules))

    def _submission(self, student: str, handed_in: HandedIn) -> Submission:
        notebook, repairs = self.handout.restore(handed_in)
        return Submission(self.handout.assignment, student, notebook, repairs)

    def _finished(self, submission: Submission, results: Results) -> Marked:
        notebook = submission.notebook
        for step in self.handout.steps:
            notebook, _ = step.ready()(notebook, {})
        questions = {question.name: question for question in results.questions}
        entered = entries(notebook, questions, self.rules.reveal)
        return Marked(submission.student, nbformat.v4.writes(notebook) + "\n", results, entered)
