"""What an audit found, as tables for a terminal."""

import itertools
import math

from rich import box
from rich.table import Table

from graders.audit.calibration import Calibration
from graders.audit.diagnoses import Naming
from graders.audit.mutants import EXAMS, Mutant, Reckoning
from graders.compare import RTOL

LEGEND = (
    f"Errors are in units of the scale; the tolerance is {RTOL:.0e}. ∞: no number to compare.\n"
    "False verdicts: 95 % upper bounds, 3/N where N trials saw none: of a right "
    "answer on a draw, of a wrong one in an exam. No draws: all exams are the same."
)

OF_MUTANTS = (
    f"Mutants of the reference by cosmic-ray, each graded {EXAMS} times as a student's answer, "
    "refusals included.\nKilled: lost points every time. Equivalent: need not, for a reason that "
    "is known. Open: should, and did not."
)

OF_NAMINGS = (
    "Strangers: wrong answers that nobody wrote down, made of the reference and of known answers.\n"
    "Known: those that no other exam tells from a misconception of the registry. Precision: the "
    "share of names that are right. Recall: the share of the known that were named."
)


def of_calibrations(found: list[Calibration]) -> Table:
    """A row for each question: caught, passed, the margin between them, how sure that is."""
    table = _table(
        LEGEND,
        "question\n",
        "misconceptions\ncaught",
        "variants\npassed",
        "largest error\nof a right one",
        "smallest error\nof a wrong one",
        "draws\neach",
        "exams\neach",
        "right one\nrefused <",
        "wrong one\npaid <",
    )
    for one in found:
        table.add_row(one.question, *_cells(one), style="" if one.is_sound else "red")
    return table


def _cells(one: Calibration) -> list[str]:
    return [
        f"{one.wrong - len(one.paid)} of {one.wrong}",
        f"{one.right - len(one.refused)} of {one.right}",
        f"{one.right_error:.1e}",
        "∞" if math.isinf(one.wrong_error) else f"{one.wrong_error:.1e}",
        f"{one.draws:,}",
        f"{one.exams:,}",
        "–" if one.refused or not one.draws else f"{one.refused_at_most:.1e}",
        "–" if one.paid or not one.draws else f"{one.paid_at_most:.1e}",
    ]


def verdicts(found: list[Calibration]) -> list[str]:
    """A line for each known answer that was judged wrongly, and each criterion that judges none."""
    lines = []
    for one in found:
        for names, verdict in (
            (one.paid, "paid, but is wrong"),
            (one.refused, "refused, but is right"),
        ):
            lines += [
                f"{one.question}: {n} was {verdict}, in {k} of {one.exams} exams"
                for n, k in names.items()
            ]
        idle = "no known wrong answer fails the criterion"
        lines += [f"{one.question}: {idle} {name}" for name in sorted(one.idle)]
    return lines


def of_mutants(found: list[Reckoning]) -> Table:
    """A row for each question: how many mutants there are, and what became of them."""
    table = _table(OF_MUTANTS, "question", "mutants", "killed", "equivalent", "open")
    for one in found:
        survivors, opened = len(one.survivors), len(one.open)
        numbers = len(one.killed) + survivors, len(one.killed), survivors - opened, opened
        table.add_row(one.question, *map(str, numbers), style="red" if opened else "")
    return table


def survivors(found: list[Reckoning]) -> list[str]:
    """A paragraph for each line of the reference where mutants kept their points, and each why."""

    def place(mutant: Mutant) -> tuple[str, int, str, str]:
        return mutant.module, mutant.line, mutant.mutation.before, mutant.reason

    mutants = sorted((m for one in found for m in one.survivors), key=place)
    return [_paragraph(*what, [*who]) for what, who in itertools.groupby(mutants, place)]


def _paragraph(module: str, line: int, before: str, reason: str, mutants: list[Mutant]) -> str:
    questions = list(dict.fromkeys(mutant.question for mutant in mutants))
    where = f"{len(questions)} questions" if len(questions) > 2 else " and ".join(questions)
    afters = dict.fromkeys(mutant.mutation.after for mutant in mutants)
    changes = [f"  - {before}", *(f"  + {after}" for after in afters)]
    verdict = f"  equivalent: {reason}" if reason else "  OPEN: no reason is known"
    return "\n".join([f"{module}.py, line {line}, {where}", *changes, verdict])


def of_namings(found: list[Naming]) -> Table:
    """A row for each question: the strangers to it, and how far their names can be trusted."""
    headings = "strangers", "known", "named", "rightly", "precision", "recall"
    table = _table(OF_NAMINGS, "question", *headings)
    for one in found:
        numbers = map(str, (one.wrong, one.known, one.named, one.rightly))
        shares = f"{one.precision:.3f}", f"{one.recall:.3f}"
        table.add_row(one.question, *numbers, *shares, style="red" if one.wrongly else "")
    return table


def misnamed(found: list[Naming]) -> list[str]:
    """A line for each stranger that was given a wrong name."""
    return [f"{one.question}: {line}" for one in found for line in one.wrongly]


def _table(caption: str, question: str, *headings: str) -> Table:
    """A table with a row for each question, and numbers in it."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, caption=caption)
    table.caption_justify = "left"
    table.add_column(question, no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    return table
