"""What became of the attacks, as tables for a terminal and for a document."""

from collections.abc import Iterator

from rich import box
from rich.table import Table

from graders.doctor.attacks import PROMISES
from graders.doctor.trial import Verdict

WITHSTOOD = "withstood"


def of_promises(found: list[Verdict], stock: list[Verdict] | None = None) -> Table:
    """A row for each promise: how many attacks would break it, and how many of them are withstood.

    `stock` is what became of the same attacks in a course that nbgrader grades alone.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("promise", "attacks", "withstood", *["by nbgrader alone"] * (stock is not None)):
        table.add_column(head, justify="left" if head == "promise" else "right")
    for number, of_ours, of_stock in _by_promise(found, stock or []):
        counts = [_count(of_ours), *[_count(of_stock)] * (stock is not None)]
        style = "red" if any(verdict.harm for verdict in of_ours) else ""
        table.add_row(f"{number} {PROMISES[number]}", str(len(of_ours)), *counts, style=style)
    return table


def broken(found: list[Verdict]) -> list[str]:
    """A line for each attack that did harm, and what it did."""
    return [
        f"{verdict.attack.name} (promise {verdict.attack.promise}): {'; '.join(verdict.harm)}"
        for verdict in found
        if verdict.harm
    ]


def as_markdown(found: list[Verdict], stock: list[Verdict] | None = None) -> str:
    """A row for each attack: what it tries, and what it achieved, here and with nbgrader alone."""
    heads = ["attack", "promise", "tries", "class", "Unrolled"]
    heads += ["nbgrader alone"] * (stock is not None)
    alone = {verdict.attack.name: [_became(verdict)] for verdict in stock or []}
    rows = [heads, ["---"] * len(heads)]
    for verdict in found:
        attack = verdict.attack
        about = [f"`{attack.name}`", str(attack.promise), attack.tries, attack.kind or "–"]
        rows.append([*about, _became(verdict), *alone.get(attack.name, [])])
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)


def _by_promise(
    found: list[Verdict], stock: list[Verdict]
) -> Iterator[tuple[int, list[Verdict], list[Verdict]]]:
    for number in sorted({verdict.attack.promise for verdict in found}):
        yield number, *([v for v in one if v.attack.promise == number] for one in (found, stock))


def _count(found: list[Verdict]) -> str:
    return str(sum(not verdict.harm for verdict in found))


def _became(verdict: Verdict) -> str:
    return "; ".join(verdict.harm) or WITHSTOOD
