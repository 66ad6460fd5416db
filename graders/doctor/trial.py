"""Attacks on trial: each is graded by nbgrader's own commands, and judged by the harm it did."""

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry

from graders.classroom.demo import Complaints, nbgrader
from graders.classroom.desk import Desk
from graders.classroom.engine import end_zygote
from graders.doctor.attacks import HARMLESS, MAX_MIB, MAX_SECONDS, Attack
from graders.doctor.gauge import measured
from graders.doctor.ours import without_prose
from graders.doctor.page import harmful_parts
from graders.doctor.stage import Stage, set_up
from graders.errors import MachineFault
from graders.sandbox.watch import remove

ASSIGNMENT = "rnn_gradients"
ALL_RIGHT = 60.0
"""What right answers earn at least; a bonus may come on top of it."""
TOTALS = """
SELECT student_id, sum(auto_score) + sum(coalesce(extra_credit, 0))
FROM grade JOIN submitted_notebook AS notebook ON grade.notebook_id = notebook.id
JOIN submitted_assignment AS submission ON notebook.assignment_id = submission.id
WHERE student_id != ? GROUP BY student_id
"""
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
    with _at_home(Path(tempfile.mkdtemp(prefix="stage-"))) as home:
        court, verdicts = Court(home.parent / "course", source, config), []
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
        self.root, self._source = root, without_prose(source)
        self._gradebook = root / "course/gradebook.db"
        self._told_to_all: set[str] = set()
        self._complaints = Complaints()
        folder = root / "assignments" / ASSIGNMENT
        folder.mkdir(parents=True)
        (root / "course").mkdir()
        nbformat.write(self._source, folder / f"{ASSIGNMENT}.ipynb")
        (root / "nbgrader_config.py").write_text(config)
        self._nbgrader("generate_assignment")

    def try_one(self, attack: Attack, stage: Stage) -> Verdict:
        """Grade an attack, and look at everything that it might have harmed."""
        attack.work(self._desk(attack.name), stage)
        files, others = stage.files(), self._totals(but=attack.name)
        began = time.monotonic()
        with measured() as gauge:
            harm = self._grade(attack.name)
        seconds = time.monotonic() - began
        harm += gauge.harm()
        harm += [f"took {seconds:.0f} s"] if seconds > MAX_SECONDS else []
        harm += self._harm_to(stage, files) + self._harm_in_what_is_shown(attack, stage)
        harm += ["changed others' scores"] * (others != self._totals(but=attack.name))
        harm += self._harm_to_its_own_score(attack)
        return Verdict(attack, harm, self._totals().get(attack.name), seconds)

    def expect_honest_work_to_be_paid(self, student: str) -> None:
        """Nothing, if right answers earn what they are worth; else raises MachineFault."""
        desk = self._desk(student)
        desk.answer_all()
        desk.save()
        stopped = self._grade(student)
        earned = self._totals().get(student) or 0.0
        if stopped or earned < ALL_RIGHT:
            told = "".join(f" and {what}: {self._complaints.first}" for what in stopped)
            raise MachineFault(f"on the stage, right answers earned {earned:g} points{told}")

    def note_what_everybody_is_told(self, student: str, stage: Stage) -> None:
        """What is shown to those who do no harm was not read by those who do."""
        self._told_to_all = self._told(student, stage)

    def _desk(self, student: str) -> Desk:
        folder = self.root / "course/submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        shutil.copy(self.root / "course/release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", folder)
        return Desk(folder, self._source)

    def _grade(self, student: str) -> list[str]:
        for command in ("autograde", "generate_feedback"):
            try:
                self._nbgrader(command, f"--student={student}")
            except MachineFault:
                return [f"stopped nbgrader {command}"]
        return []

    def _harm_to(self, stage: Stage, files: dict[str, str]) -> list[str]:
        heard, now = stage.heard(), stage.files()
        changed = sorted(
            path for path in files.keys() | now.keys() if files.get(path) != now.get(path)
        )
        left = stage.left_behind()
        harm = [f"changed {path}" for path in changed[:3]]
        harm += [f"sent {heard} messages"] * bool(heard)
        if not stage.bystander_is_well():
            harm += ["did something to another process"]
            stage.replace_bystander()
        for process in left:
            process.kill()
        return harm + [f"left {len(left)} processes behind"] * bool(left)

    def _harm_in_what_is_shown(self, attack: Attack, stage: Stage) -> list[str]:
        shown = self._shown(attack.name)
        mib = sum(path.stat().st_size for path in shown) / 2**20
        pages = [path for path in shown if path.suffix == ".html"]
        acting = [part for page in pages for part in harmful_parts(_text(page))]
        told = self._told(attack.name, stage)
        harm = [f"read {name}" for name in sorted(told - self._told_to_all)]
        harm += [f"is shown {attack.secret}, as all are"] * (attack.secret in self._told_to_all)
        harm += [f"put {acting[0]} into a page"] if acting else []
        harm += ["said that it did so"] if self._boasts(attack.name, stage) else []
        return harm + [f"shows {mib:.0f} MiB"] * (mib > MAX_MIB)

    def _harm_to_its_own_score(self, attack: Attack) -> list[str]:
        grades = self._grades(attack.name)
        wrong = {q: grades[q] for q in attack.wrong if q in grades}
        paid = {q: earned for q, (earned, _) in wrong.items() if earned > HARMLESS}
        harm = [f"earned {earned:g} for a wrong {q}" for q, earned in paid.items()]
        harm += [f"left a wrong {q} to a person" for q, (_, waits) in wrong.items() if waits]
        return harm + ["was not graded at all"] * (not self._shown(attack.name))

    def _told(self, student: str, stage: Stage) -> set[str]:
        return {name for path in self._shown(student) for name in stage.secrets_in(_text(path))}

    def _boasts(self, student: str, stage: Stage) -> bool:
        return any(stage.word in _text(path) for path in self._shown(student))

    def _shown(self, student: str) -> list[Path]:
        """What staff and students get to see of a submission."""
        folders = [self.root / f"course/{step}" / student for step in ("autograded", "feedback")]
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def _grades(self, student: str) -> dict[str, tuple[float, bool]]:
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

    def _totals(self, *, but: str = "") -> dict[str, float | None]:
        """What each student but one has earned; None for whom nothing was scored."""
        with closing(sqlite3.connect(self._gradebook)) as gradebook:
            return dict(gradebook.execute(TOTALS, [but]))

    def _nbgrader(self, command: str, *words: str) -> None:
        with chdir(self.root):
            nbgrader(command, ASSIGNMENT, *words, listener=self._complaints)


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(MAX_CHARACTERS)


@contextmanager
def _at_home(folder: Path) -> Iterator[Path]:
    """A home folder of one's own, by which whatever is started from here can be told."""
    home, temporary, before = folder / "home", folder / "tmp", dict(os.environ)
    home.mkdir()
    temporary.mkdir()
    # nbgrader starts `alembic` by name, which lies beside Python.
    programs = os.pathsep.join([str(Path(sys.executable).parent), before.get("PATH", os.defpath)])
    os.environ |= {"HOME": str(home), "PATH": programs, "TMPDIR": str(temporary)}
    tempfile.tempdir = None  # so that it is looked up anew
    end_zygote()  # which would have the home folder of before
    try:
        yield home
    finally:
        end_zygote()
        os.environ.clear()
        os.environ |= before
        tempfile.tempdir = None
        remove(str(folder))
