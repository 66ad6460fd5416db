"""A course in which attacks are graded by nbgrader's own commands, one student each."""

import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager
from pathlib import Path
from zipfile import ZipFile

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry

from graders.classroom.demo import Complaints, nbgrader
from graders.classroom.desk import Desk
from graders.doctor.ours import without_prose
from graders.doctor.stage import ARCHIVES
from graders.errors import MachineFault
from graders.sandbox.watch import remove

ASSIGNMENT = "rnn_gradients"
PATIENCE_SECONDS = 100
"""How long one of nbgrader's commands may take for one submission."""
TOTALS = """
SELECT student_id, sum(auto_score) + sum(coalesce(extra_credit, 0))
FROM grade JOIN submitted_notebook AS notebook ON grade.notebook_id = notebook.id
JOIN submitted_assignment AS submission ON notebook.assignment_id = submission.id
WHERE student_id != ? GROUP BY student_id
"""


class Court:
    """A course of its own, made from a notebook and a configuration."""

    def __init__(self, root: Path, source: NotebookNode, config: str) -> None:
        self.root, self._source = root, without_prose(source)
        self._gradebook = root / "course/gradebook.db"
        self.complaints = Complaints()
        folder = root / "assignments" / ASSIGNMENT
        folder.mkdir(parents=True)
        (root / "course").mkdir()
        nbformat.write(self._source, folder / f"{ASSIGNMENT}.ipynb")
        (root / "nbgrader_config.py").write_text(config)
        self._nbgrader("generate_assignment")

    def desk(self, student: str) -> Desk:
        """A student's desk with the fetched assignment; what is saved there is handed in."""
        folder = self.root / "course/submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        shutil.copy(self.root / "course/release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", folder)
        return Desk(folder, self._source)

    def grade(self, student: str) -> list[str]:
        """Collect what lies in an archive, grade, and give feedback: the harm that this did."""
        harm = self._collect(student) if (self.root / ARCHIVES).exists() else []
        for command in self._commands(student):
            try:
                self._nbgrader(command, f"--student={student}")
            except MachineFault:
                return [*harm, f"stopped nbgrader {command}"]
        return harm

    def _commands(self, student: str) -> tuple[str, ...]:
        """What is left to do: an archive in which there was nothing is not graded."""
        handed_in = (self.root / "course/submitted" / student / ASSIGNMENT).exists()
        return ("autograde", "generate_feedback") if handed_in else ()

    def _collect(self, student: str) -> list[str]:
        """Collect a student's archive, and that of a classmate who means no harm."""
        classmate = f"zz_{student}"
        release = self.root / "course/release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        with ZipFile(
            self.root / ARCHIVES / ASSIGNMENT / f"archive/{classmate}.zip", "w"
        ) as archive:
            archive.writestr(release.name, release.read_bytes())
        try:
            self._nbgrader("zip_collect")
        except MachineFault:
            return ["stopped nbgrader zip_collect"]
        finally:
            remove(str(self.root / ARCHIVES))
        collected = self.root / "course/submitted" / classmate / ASSIGNMENT / release.name
        return ["kept a classmate's archive from being collected"] * (not collected.exists())

    def shown(self, student: str) -> list[Path]:
        """What staff and students get to see of a submission."""
        folders = [self.root / f"course/{step}" / student for step in ("autograded", "feedback")]
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def is_missing(self, student: str) -> bool:
        """Whether something was handed in, and nothing came of it."""
        return bool(self._commands(student)) and not self.shown(student)

    def grades(self, student: str) -> dict[str, tuple[float, bool]]:
        """For each question what it earned, and whether it waits for a person."""
        with Gradebook(f"sqlite:///{self._gradebook}") as gradebook:
            try:
                notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student)
            except MissingEntry:
                return {}
            return {
                grade.name.removeprefix("test_"): (
                    (grade.auto_score or 0.0) + (grade.extra_credit or 0.0),
                    grade.name.startswith("test_") and bool(grade.needs_manual_grade),
                )
                for grade in notebook.grades
            }

    def totals(self, *, but: str = "") -> dict[str, float | None]:
        """What each student but one has earned; None for whom nothing was scored."""
        with closing(sqlite3.connect(self._gradebook)) as gradebook:
            return dict(gradebook.execute(TOTALS, [but]))

    def _nbgrader(self, command: str, *words: str) -> None:
        """Run one of nbgrader's commands on the assignment. Raises MachineFault if it fails."""
        try:
            with chdir(self.root), _at_most(PATIENCE_SECONDS):
                nbgrader(command, ASSIGNMENT, *words, listener=self.complaints)
        except Exception as error:  # nbgrader lets some of them through
            raise MachineFault(f"nbgrader {command} was stopped by {error!r:.200}") from error


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Interrupt what takes longer: there are attacks after which nbgrader alone never ends."""

    def interrupt(*_: object) -> None:
        raise MachineFault(f"has not ended after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
