"""The report as one page, which needs nothing but itself: no script, no font, no other file."""

from jinja2 import Environment, PackageLoader

from graders.classroom.report.items import PART_OF_CLASS, SMALLEST_CLASS
from graders.classroom.report.rows import ClassReport

MOST_ROWS = 20
"""How much of a long list the page shows; the files beside it hold all."""
NOTHING = "–"
SPACE = "\N{NO-BREAK SPACE}"


def page_of(report: ClassReport) -> str:
    """The page of a report."""
    return _pages.get_template("report.html.j2").render(
        report=report, most=MOST_ROWS, part=PART_OF_CLASS, smallest=SMALLEST_CLASS
    )


def percent(share: float | None) -> str:
    """A share as a whole percentage, which says 0 and 100 of nothing and everything only."""
    if share is None:
        return NOTHING
    if 0 < share < 0.005:
        return f"< 1{SPACE}%"
    if 0.995 <= share < 1:
        return f"> 99{SPACE}%"
    return f"{100 * share:.0f}{SPACE}%"


def points(number: float | None) -> str:
    """Points as people write them: 7, 7.5, 7.25."""
    return NOTHING if number is None else f"{round(number, 2):g}"


def index(number: float | None) -> str:
    """A number between -1 and 1 with two digits."""
    return NOTHING if number is None else f"{round(number, 2) + 0:.2f}".replace("-", "−")


def seconds(number: float | None) -> str:
    """A time: 0.42 s, 3.14 s, 97 s."""
    if number is None:
        return NOTHING
    return f"{number:.2f}{SPACE}s" if number < 10 else f"{number:.0f}{SPACE}s"


_pages = Environment(
    loader=PackageLoader("graders.classroom"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_pages.filters |= {"percent": percent, "points": points, "index": index, "seconds": seconds}
