"""Attacks on trial: each is graded by nbgrader's own commands, and judged by the harm it did."""

import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry

from graders.classroom.demo import nbgrader
from graders.classroom.desk import Desk
from graders.doctor.attacks import MAX_MIB, MAX_SECONDS, SHAPE, Attack
from graders.doctor.page import harmful_parts
from graders.doctor.stage import Stage, set_up
from graders.errors import MachineFault

ASSIGNMENT = "rnn_gradients"
MAX_CHARACTERS = 1 << 25
"""How much of a file is searched for secrets."""


@dataclass(frozen=True)
class Verdict:
    """What became of one attack."""

    attack: Attack
    harm: list[str] = field(default_factory=list)
    """What it achieved, in words; nothing, if it was withstood."""
    score: float | None = None
    """What the gradebook says it earned; None if it says nothing."""
    seconds: float = 0.0


def try_all(
    attacks: list[Attack],
    source: NotebookNode,
    config: str,
    listen: Callable[[float], None] = lambda _: None,
) -> list[Verdict]:
    """Put every attack on trial in a course of its own, made from a notebook and a configuration.

    Raises MachineFault if honest work cannot be graded there, before or after the attacks.
    """
    with tempfile.TemporaryDirectory(prefix="stage-") as folder, _at_home(Path(folder)) as home:
        court, verdicts = Court(Path(folder) / "course", source, config), []
        with set_up(court.root, home) as stage:
            court.expect_honest_work_to_be_paid("honest")
            court.note_what_everybody_is_told("honest", stage)
            for done, attack in enumerate(attacks, start=1):
                verdicts.append(court.try_one(attack, stage))
                listen(done / len(attacks))
            court.expect_honest_work_to_be_paid("honest_too")
    return verdicts


class Court:
    """A course in which attacks are graded, one student each."""

    def __init__(self, root: Path, source: NotebookNode, config: str) -> None:
        self.root, self._source = root, source
        self._told_to_all: set[str] = set()
        folder = root / "assignments" / ASSIGNMENT
        folder.mkdir(parents=True)
        (root / "course").mkdir()
        nbformat.write(source, folder / f"{ASSIGNMENT}.ipynb")
        (root / "nbgrader_config.py").write_text(config)
        self._nbgrader("generate_assignment")

    def try_one(self, attack: Attack, stage: Stage) -> Verdict:
        """Grade an attack, and look at everything that it might have harmed."""
        desk = self._desk(attack.name)
        attack.work(desk, stage)
        files, began = stage.files(), time.monotonic()
        harm = self._grade(attack.name)
        seconds = time.monotonic() - began
        harm += [f"took {seconds:.0f} s"] if seconds > MAX_SECONDS else []
        harm += self._harm_to(stage, files) + self._harm_in_what_is_shown(attack.name, stage)
        scores = self._scores(attack.name)
        paid = {q: scores[q] for q in attack.wrong if scores.get(q, 0.0) > SHAPE}
        harm += [f"earned {points:g} for a wrong {question}" for question, points in paid.items()]
        harm += [] if scores else ["was not graded at all"]
        return Verdict(attack, harm, sum(scores.values()) if scores else None, seconds)

    def expect_honest_work_to_be_paid(self, student: str) -> None:
        """Nothing, if right answers earn what they are worth; else raises MachineFault."""
        desk = self._desk(student)
        desk.answer_all()
        desk.save()
        failed = self._grade(student)
        if failed or (earned := sum(self._scores(student).values())) < 60:
            told = failed[0] if failed else f"earned {earned:g} points"
            raise MachineFault(f"on the stage for attacks, a student with right answers {told}")

    def note_what_everybody_is_told(self, student: str, stage: Stage) -> None:
        """What is shown to those who do no harm was not read by those who do."""
        self._told_to_all = self._told(student, stage)

    def _desk(self, student: str) -> Desk:
        folder = self.root / "course/submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        shutil.copy(self.root / "course/release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", folder)
        return Desk(folder, self._source)

    def _grade(self, student: str) -> list[str]:
        try:
            self._nbgrader("autograde", f"--student={student}")
            self._nbgrader("generate_feedback", f"--student={student}")
        except MachineFault as fault:
            return [f"stopped grading: {fault}"]
        return []

    def _harm_to(self, stage: Stage, files: dict[str, str]) -> list[str]:
        heard, now = stage.heard(), stage.files()
        changed = sorted(
            path for path in files.keys() | now.keys() if files.get(path) != now.get(path)
        )
        left = stage.left_behind()
        harm = [f"changed {path}" for path in changed[:3]]
        harm += [f"sent {heard} messages"] * bool(heard)
        harm += [] if stage.bystander_is_well() else ["signalled another process"]
        for process in left:
            process.kill()
        return harm + [f"left {len(left)} processes behind"] * bool(left)

    def _harm_in_what_is_shown(self, student: str, stage: Stage) -> list[str]:
        mib = sum(path.stat().st_size for path in self._shown(student)) / 2**20
        pages = [path for path in self._shown(student) if path.suffix == ".html"]
        acting = [part for page in pages for part in harmful_parts(_text(page))]
        harm = [f"read {name}" for name in sorted(self._told(student, stage) - self._told_to_all)]
        harm += [f"put {acting[0]} into a page"] if acting else []
        return harm + [f"shows {mib:.0f} MiB"] * (mib > MAX_MIB)

    def _told(self, student: str, stage: Stage) -> set[str]:
        return {name for path in self._shown(student) for name in stage.secrets_in(_text(path))}

    def _shown(self, student: str) -> list[Path]:
        """What staff and students get to see of a submission."""
        folders = [self.root / f"course/{step}" / student for step in ("autograded", "feedback")]
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def _scores(self, student: str) -> dict[str, float]:
        """What the gradebook has for each question; nothing, if it has no submission."""
        with Gradebook(f"sqlite:///{self.root / 'course/gradebook.db'}") as gradebook:
            try:
                notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student)
            except MissingEntry:
                return {}
            names = ((grade.name.removeprefix("test_"), grade) for grade in notebook.grades)
            return {name: (g.auto_score or 0.0) + (g.extra_credit or 0.0) for name, g in names}

    def _nbgrader(self, command: str, *words: str) -> None:
        with chdir(self.root):
            nbgrader(command, ASSIGNMENT, *words, listener=Listener())


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(MAX_CHARACTERS)


class Listener(logging.Handler):
    """Keeps the last error that nbgrader logs, and prints nothing."""

    last = "it said nothing"

    def emit(self, record: logging.LogRecord) -> None:
        """Keep an error."""
        if record.levelno >= logging.ERROR:
            self.last = record.getMessage()


@contextmanager
def _at_home(folder: Path) -> Iterator[Path]:
    """A home folder of one's own, by which whatever is started from here can be told."""
    home, before = folder / "home", dict(os.environ)
    home.mkdir()
    # nbgrader starts `alembic` by name, which lies beside Python.
    programs = os.pathsep.join([str(Path(sys.executable).parent), before.get("PATH", os.defpath)])
    os.environ |= {"HOME": str(home), "PATH": programs}
    try:
        yield home
    finally:
        os.environ.clear()
        os.environ |= before
