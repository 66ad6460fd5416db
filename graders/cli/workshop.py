"""The commands for those who make graders, or look after a machine: audit, doctor, new."""

import argparse
from contextlib import nullcontext
from pathlib import Path

from graders.audit import tables
from graders.audit.calibration import audit
from graders.audit.diagnoses import name_all
from graders.audit.mutants import reckon
from graders.cli.terminal import new_console, progress
from graders.doctor import visit
from graders.doctor.table import as_markdown
from graders.skeleton import begin

STRANGERS = 40
"""How many strangers of each kind and question are diagnosed."""


def audit_graders(asked: argparse.Namespace) -> int:
    """Hold the hidden graders against every answer that is known to be wrong or right."""
    console = new_console()
    with progress(console, "wrong and right answers sit exams") as listen:
        found = audit(asked.assignment, asked.draws, asked.jobs, listen)
    console.print(tables.of_calibrations(found))
    for line in tables.verdicts(found):
        console.print(line, style="red", soft_wrap=True)
    return 0 if all(one.is_sound for one in found) else 1


def audit_mutants(asked: argparse.Namespace) -> int:
    """Hold the hidden graders against every small change of the reference instead."""
    console = new_console()
    with progress(console, "mutants of the reference sit exams") as listen:
        found = reckon(asked.assignment, asked.jobs, listen)
    for paragraph in tables.survivors(found):
        console.print(f"{paragraph}\n", markup=False, highlight=False, soft_wrap=True)
    console.print(tables.of_mutants(found))
    return 1 if any(one.open for one in found) else 0


def audit_diagnoses(asked: argparse.Namespace) -> int:
    """Hold the diagnosis against wrong answers that nobody wrote down instead."""
    console = new_console()
    with progress(console, "strangers are diagnosed") as listen:
        found = name_all(asked.assignment, STRANGERS, asked.jobs, listen=listen)
    console.print(tables.of_namings(found))
    for line in tables.misnamed(found):
        console.print(line, style="red", markup=False, soft_wrap=True)
    return 1 if any(one.wrongly for one in found) else 0


def call_doctor(asked: argparse.Namespace) -> int:
    """Say what this machine keeps from student code, what is amiss, and what to do about it."""
    if asked.attacks is not None:
        return _try_attacks(asked)
    return 0 if visit.examine(Path.cwd(), new_console()) else 1


def _try_attacks(asked: argparse.Namespace) -> int:
    console, attacks = new_console(), visit.chosen(asked.corpus, asked.attacks)
    with progress(console, f"{len(attacks)} attacks are graded") as listen:
        found = visit.try_ours(attacks, listen)
    with progress(console, "and by nbgrader alone") if asked.stock else nullcontext() as listen:
        alone = visit.try_stock(attacks, listen) if asked.stock else None
    visit.tell(found, alone, console)
    if asked.table:
        asked.table.write_text(as_markdown(found, alone), encoding="utf-8")
    return 1 if any(verdict.harm for verdict in found) else 0


def begin_question(asked: argparse.Namespace) -> None:
    """Write the skeleton of a new question: cells, reference, grader, misconceptions."""
    root = Path.cwd()
    for path in begin(root, asked.assignment, asked.question, asked.parameters, asked.points):
        print(path.relative_to(root))
