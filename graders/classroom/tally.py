"""What a run has found, for whoever waits for it: a bar while it lasts, a table at the end."""

import time
from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from graders.classroom.feedback import legible
from graders.classroom.sitting import Outcome
from graders.results import Results, Verdict

COLUMNS = (
    TextColumn("submissions are graded"),
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("{task.fields[rate]:.1f} per second,"),
    TimeRemainingColumn(),
    TextColumn("left, {task.fields[failed]} failed"),
)


class Tally:
    """Counts outcomes as they come in."""

    def __init__(self) -> None:
        self.graded: list[Results] = []
        self.faults: list[Outcome] = []
        """Submissions of which nothing could be kept."""
        self._began = time.monotonic()

    def count(self, outcomes: Iterable[Outcome], total: int, console: Console) -> None:
        """Take in all outcomes, of which there will be `total`, and show how far that is."""
        with Progress(*COLUMNS, console=console) as bar:
            task = bar.add_task("", total=total, rate=0.0, failed=0)
            for outcome in outcomes:
                if outcome.results is None:
                    self.faults.append(outcome)
                else:
                    self.graded.append(outcome.results)
                bar.update(task, advance=1, rate=self.rate, failed=self.failed)

    @property
    def rate(self) -> float:
        """Submissions per second."""
        return (len(self.graded) + len(self.faults)) / (time.monotonic() - self._began)

    @property
    def failed(self) -> int:
        """Submissions of which something could not be checked, or nothing be kept."""
        return len(self.faults) + sum(map(_is_unchecked, self.graded))

    def tell(self, skipped: int, console: Console) -> None:
        """Print what needs a human, and the sums."""
        for outcome in sorted(self.faults, key=lambda outcome: outcome.student):
            _say(f"not graded: {outcome.student}: {outcome.fault}", console)
        for results in sorted(self.graded, key=lambda results: results.student):
            for reason in results.needs_human:
                _say(f"needs a human: {results.student}: {reason}", console)
        table = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
        table.add_column(justify="right", style="bold")
        for number, words in self._sums(skipped):
            table.add_row(number, words)
        console.print(table)

    def _sums(self, skipped: int) -> list[tuple[str, str]]:
        scores = [results.score for results in self.graded]
        mean = f"{sum(scores) / len(scores):.1f}" if scores else "–"
        most = max((results.max_score for results in self.graded), default=0.0)
        return [
            (str(len(self.graded)), f"graded, {self.rate:.1f} per second"),
            (str(skipped), "left alone: they were not due"),
            (str(sum(bool(results.needs_human) for results in self.graded)), "need a human"),
            (str(self.failed), "failed: not graded, or a question could not be checked"),
            (mean, f"points of {most:.4g} on average, before a human has looked"),
        ]


def _is_unchecked(results: Results) -> bool:
    return any(question.verdict is Verdict.COULD_NOT_CHECK for question in results.questions)


def _say(words: str, console: Console) -> None:
    console.print(legible(words), markup=False, highlight=False, soft_wrap=True, style="yellow")
