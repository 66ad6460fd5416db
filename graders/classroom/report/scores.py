"""How the points of a class are spread."""

import math
import statistics
from collections.abc import Sequence

from graders.classroom.report.gradebook import Book
from graders.classroom.report.rows import Bin, Distribution
from graders.results import Results, Verdict

MOST_BINS = 20


def of_functions(results: Sequence[Results]) -> Distribution:
    """The points for what the machine grades, the bonus included.

    Left out are submissions with a question that could not be checked: their points are not known.
    """
    worth = statistics.mode(one.max_score for one in results)
    bonus = max(sum(q.max_score for q in one.questions if q.bonus) for one in results)
    scores = [one.score for one in results if _is_known(one)]
    return _distribution("functions", scores, worth, worth + bonus)


def of_everything(book: Book) -> Distribution:
    """The points in the gradebook, of submissions in which nothing awaits a TA."""
    totals = [entry.total for entry in book.entries.values() if not entry.awaits]
    return _distribution("everything", totals, book.max_score, book.max_score)


def _is_known(results: Results) -> bool:
    return all(q.verdict is not Verdict.COULD_NOT_CHECK for q in results.questions)


def _distribution(of: str, scores: list[float], worth: float, top: float) -> Distribution:
    """The distribution of `scores`; its bins reach from 0 to `top`, or to the best score."""
    lower, median, upper = _quartiles(scores)
    return Distribution(
        of=of,
        submissions=len(scores),
        max_score=worth,
        mean=statistics.fmean(scores) if scores else None,
        lower_quartile=lower,
        median=median,
        upper_quartile=upper,
        full_marks=sum(s >= worth for s in scores) / len(scores) if scores else None,
        bins=_bins(scores, max([top, *scores])),
    )


def _quartiles(scores: list[float]) -> tuple[float | None, float | None, float | None]:
    if len(scores) < 2:
        return tuple(scores * 3) or (None, None, None)
    return tuple(statistics.quantiles(scores, method="inclusive"))


def _bins(scores: list[float], top: float) -> list[Bin]:
    """Bins of a width that people count in (1, 2 or 5, times a power of ten), from 0 to `top`."""
    width = _width(top or 1.0)
    edges = math.ceil((top or 1.0) / width - 1e-9)
    # A little more than nothing is added, for 0.3 / 0.1 is a little less than 3.
    places = [min(int(score / width + 1e-9), edges - 1) for score in scores]
    return [Bin(n * width, (n + 1) * width, places.count(n)) for n in range(edges)]


def _width(top: float) -> float:
    """The smallest such width that makes no more than MOST_BINS bins of `top`."""
    power = 10.0 ** math.floor(math.log10(top / MOST_BINS))
    return next(k * power for k in (1, 2, 5, 10) if k * power * MOST_BINS >= top * (1 - 1e-9))
