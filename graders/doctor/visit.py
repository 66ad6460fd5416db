"""A visit of the doctor: what is amiss on this machine, and what attacks achieve on it."""

from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from rich.console import Console

from graders.classroom.course import course_in
from graders.doctor import ours, stock, table
from graders.doctor.attacks import Attack, corpus
from graders.doctor.course import examine_course
from graders.doctor.court import ASSIGNMENT
from graders.doctor.findings import Health, lines
from graders.doctor.installation import examine_installation
from graders.doctor.machine import examine_machine
from graders.doctor.trial import Verdict, try_all
from graders.errors import AuthorFault, UnrolledError
from graders.sandbox.confinement import PROJECT
from graders.sandbox.limits import Limits

SOURCE = PROJECT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"


def examine(root: Path, console: Console) -> bool:
    """Say what was found of this machine and of the course in `root`; whether nothing is bad."""
    well = True
    for heading, findings in (
        ("What this machine keeps from student code", examine_machine(_limits(root))),
        ("What is installed", examine_installation(root)),
        ("This course", examine_course(root)),
    ):
        console.print(f"\n{heading}", style="bold")
        for finding in findings:
            well &= finding.health is not Health.BAD
            for line, style in lines(finding):
                console.print(line, style=style, markup=False, highlight=False, soft_wrap=True)
    return well


def _limits(root: Path) -> Limits:
    """The limits of the course in `root`; the default ones, if there is none."""
    try:
        return course_in(root).rules.limits
    except UnrolledError:
        return Limits()


def chosen(folder: Path, names: list[str]) -> list[Attack]:
    """The attacks in `folder` that have these names; all, without a name."""
    attacks = corpus(folder)
    unknown = set(names) - {attack.name for attack in attacks}
    if unknown:
        raise AuthorFault(f"there is no attack {', '.join(sorted(unknown))} in {folder}")
    return [attack for attack in attacks if attack.name in names or not names]


def try_ours(attacks: list[Attack], listen: Callable[[float], None]) -> list[Verdict]:
    """What became of attacks that are graded as this kit does it."""
    return try_all(attacks, _source(), ours.config(), listen)


def try_stock(attacks: list[Attack], listen: Callable[[float], None]) -> list[Verdict]:
    """What became of attacks that nbgrader grades alone, in its own way."""
    notebook = stock.in_nbgraders_own_way(_source(), ASSIGNMENT)
    return try_all(attacks, notebook, stock.CONFIG, listen)


def tell(found: list[Verdict], alone: list[Verdict] | None, console: Console) -> None:
    """Print how many attacks were withstood, and what the others did."""
    console.print(table.of_promises(found, alone))
    for line in table.broken(found):
        console.print(line, style="red", markup=False, soft_wrap=True)


def _source() -> NotebookNode:
    return nbformat.read(SOURCE, as_version=4)
