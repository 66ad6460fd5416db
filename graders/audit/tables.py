"""What an audit found, as tables for a terminal."""

import math

from rich import box
from rich.table import Table

from graders.audit.calibration import Calibration
from graders.compare import RTOL

LEGEND = (
    f"Errors are in units of the scale; the tolerance is {RTOL:.0e}. ∞: no number to compare.\n"
    "False verdicts: 95 % upper bounds, 3/N where N trials saw none: of a right "
    "answer on a draw, of a wrong one in an exam."
)


def of_calibrations(found: list[Calibration]) -> Table:
    """A row for each question: caught, passed, the margin between them, how sure that is."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, caption=LEGEND)
    table.caption_justify = "left"
    table.add_column("question\n", no_wrap=True)
    for heading in (
        "misconceptions\ncaught",
        "variants\npassed",
        "largest error\nof a right one",
        "smallest error\nof a wrong one",
        "draws\neach",
        "exams\neach",
        "right one\nrefused <",
        "wrong one\npaid <",
    ):
        table.add_column(heading, justify="right")
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
        "–" if one.refused else f"{one.refused_at_most:.1e}",
        "–" if one.paid else f"{one.paid_at_most:.1e}",
    ]


def verdicts(found: list[Calibration]) -> list[str]:
    """A line for each known answer that was judged wrongly."""
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
    return lines
