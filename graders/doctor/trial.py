"""Attacks on trial: each is graded by nbgrader's own commands, and judged by the harm it did."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from graders.classroom.engine import end_zygote
from graders.doctor.attacks import HARMLESS, MAX_MIB, MAX_SECONDS, Attack
from graders.doctor.court import Court
from graders.doctor.gauge import measured
from graders.doctor.page import harmful_parts
from graders.doctor.stage import ARCHIVES, Stage, set_up
from graders.errors import MachineFault
from graders.sandbox.watch import remove

ALL_RIGHT = 60.0
"""What right answers earn at least; a bonus may come on top of it."""
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
            trial = Trial(court, stage)
            trial.expect_honest_work_to_be_paid("honest")
            for done, attack in enumerate(attacks, start=1):
                verdicts.append(trial.try_one(attack))
                listen(done / len(attacks))
            trial.expect_honest_work_to_be_paid("honest_too")
    return verdicts


class Trial:
    """Attacks before a court, and everything around it that they might harm."""

    def __init__(self, court: Court, stage: Stage) -> None:
        self._court, self._stage = court, stage
        self._earned_by_all = 0.0
        self._told_to_all: set[str] = set()

    def try_one(self, attack: Attack) -> Verdict:
        """Grade an attack, and look at everything that it might have harmed."""
        attack.work(self._court.desk(attack.name), self._stage)
        files, others = self._stage.files(), self._court.totals(but=attack.name)
        began = time.monotonic()
        with measured(Path(tempfile.gettempdir()), self._court.root / ARCHIVES) as gauge:
            harm = self._court.grade(attack.name)
        seconds = time.monotonic() - began
        harm += gauge.harm()
        harm += [f"took {seconds:.0f} s"] if seconds > MAX_SECONDS else []
        harm += self._harm_around(files) + self._harm_in_what_is_shown(attack)
        harm += ["changed others' scores"] * (others != self._court.totals(but=attack.name))
        harm += self._harm_to_its_own_score(attack)
        return Verdict(attack, harm, self._court.totals().get(attack.name), seconds)

    def expect_honest_work_to_be_paid(self, student: str) -> None:
        """Nothing, if right answers earn what they are worth; else raises MachineFault.

        What is shown to those who do no harm was not read by those who do.
        """
        desk = self._court.desk(student)
        desk.answer_all()
        desk.save()
        stopped = self._court.grade(student)
        self._earned_by_all = earned = self._court.totals().get(student) or 0.0
        self._told_to_all = self._told(student)
        if stopped or earned < ALL_RIGHT:
            told = "".join(f" and {what}: {self._court.complaints.first}" for what in stopped)
            raise MachineFault(f"on the stage, right answers earned {earned:g} points{told}")

    def _harm_around(self, files: dict[str, str]) -> list[str]:
        stage, now = self._stage, self._stage.files()
        changed = sorted(
            path for path in files.keys() | now.keys() if files.get(path) != now.get(path)
        )
        heard, left = stage.heard(), stage.left_behind()
        top = self._court.root.parent
        harm = [f"changed {Path(path).relative_to(top)}" for path in changed[:3]]
        harm += [f"sent {heard} messages"] * bool(heard)
        if not stage.bystander_is_well():
            harm += ["did something to another process"]
            stage.replace_bystander()
        for process in left:
            process.kill()
        return harm + [f"left {len(left)} processes behind"] * bool(left)

    def _harm_in_what_is_shown(self, attack: Attack) -> list[str]:
        shown = self._court.shown(attack.name)
        mib = sum(path.stat().st_size for path in shown) / 2**20
        pages = [path for path in shown if path.suffix == ".html"]
        acting = [part for page in pages for part in harmful_parts(_text(page))]
        told = self._told(attack.name)
        harm = [f"read {name}" for name in sorted(told - self._told_to_all)]
        harm += [f"is shown {attack.secret}, as all are"] * (attack.secret in self._told_to_all)
        harm += [f"put {acting[0]} into a page"] if acting else []
        harm += ["said that it did so"] if self._boasts(attack.name) else []
        return harm + [f"shows {mib:.0f} MiB"] * (mib > MAX_MIB)

    def _harm_to_its_own_score(self, attack: Attack) -> list[str]:
        grades = self._court.grades(attack.name)
        wrong = {q: grades[q] for q in attack.wrong if q in grades}
        paid = {q: earned for q, (earned, _) in wrong.items() if earned > HARMLESS}
        harm = [f"earned {earned:g} for a wrong {q}" for q, earned in paid.items()]
        harm += self._lack_of_pay(attack)
        harm += [f"left a wrong {q} to a person" for q, (_, waits) in wrong.items() if waits]
        return harm + ["was not graded at all"] * self._court.is_missing(attack.name)

    def _lack_of_pay(self, attack: Attack) -> list[str]:
        earned = self._court.totals().get(attack.name) or 0.0
        if attack.right and earned < self._earned_by_all:
            return [f"was paid {earned:g} of {self._earned_by_all:g} for right answers"]
        return []

    def _told(self, student: str) -> set[str]:
        texts = map(_text, self._court.shown(student))
        return {name for text in texts for name in self._stage.secrets_in(text)}

    def _boasts(self, student: str) -> bool:
        return any(self._stage.word in _text(path) for path in self._court.shown(student))


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
