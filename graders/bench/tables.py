"""What was measured, as tables: the first submissions take `first`, each further one `each`."""

from statistics import median

from rich import box
from rich.table import Table

from graders.bench.contestants import Contestant
from graders.classroom.pace import Pace


def of_race(title: str, contestants: list[Contestant], students: int) -> Table:
    """Who took how long; the first is what the others are held against."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0))
    for name in ("", "first s", "each ms", "fastest…slowest", "per s", "times", "MiB"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    slowest = median(contestants[0].per_submission(students))
    for contestant in contestants:
        seconds = contestant.per_submission(students)
        table.add_row(
            contestant.name,
            f"{contestant.start:.1f}",
            f"{1000 * median(seconds):.0f}",
            f"{1000 * min(seconds):.0f}…{1000 * max(seconds):.0f}",
            f"{1 / median(seconds):.2f}",
            f"{slowest / median(seconds):.1f}",
            f"{contestant.mib:.0f}",
        )
    return table


def of_pace(pace: Pace) -> str:
    """How fast the gradebook is written, in words."""
    return f"{pace.new:.0f} new, {pace.again:.0f} again, per second"
