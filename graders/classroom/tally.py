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
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("{task.fields[rate]:.1f} per second,"),
    TimeRemainingColumn(),
    TextColumn("left, {task.fields[failed]} failed"),
)


class Bar(Progress):
    """How far a run is, how fast, and with how many failures."""

    def __init__(self, what: str, total: int, console: Console) -> None:
        super().__init__(*COLUMNS, console=console)
        self._run = self.add_task(what, total=total, rate=0.0, failed=0)

    def move(self, rate: float, failed: int) -> None:
        """One more is done."""
        self.update(self._run, advance=1, rate=rate, failed=failed)


class Tally:
    """Counts outcomes as they come in, and keeps of each no more than is told in the end."""

    def __init__(self) -> None:
        self.graded, self.failed, self._points, self._most = 0, 0, 0.0, 0.0
        self.lost: list[str] = []
        """Submissions of which nothing could be kept, in sentences."""
        self._needs_human: dict[str, list[str]] = {}
        self._began = time.monotonic()

    def watch(self, outcomes: Iterable[Outcome], total: int, console: Console) -> None:
        """Count all outcomes, of which there will be `total`, and show how far that is."""
        with Bar("submissions are graded", total, console) as bar:
            for outcome in outcomes:
                self.count(outcome)
                bar.move(self.rate, self.failed)

    def count(self, outcome: Outcome) -> None:
        """Take one outcome in."""
        results = outcome.results
        if results is None:
            self.failed += 1
            self.lost.append(f"not graded: {outcome.student}: {outcome.fault}")
            return
        self.graded += 1
        self.failed += _is_unchecked(results)
        self._points, self._most = self._points + results.score, results.max_score
        if results.needs_human:
            self._needs_human[results.student] = results.needs_human

    @property
    def rate(self) -> float:
        """Submissions per second."""
        return (self.graded + len(self.lost)) / (time.monotonic() - self._began)

    def tell(self, left_alone: int, console: Console) -> None:
        """Print what needs a human, and the sums."""
        for sentence in sorted(self.lost):
            _say(sentence, console)
        for student, reasons in sorted(self._needs_human.items()):
            for reason in reasons:
                _say(f"needs a human: {student}: {reason}", console)
        table = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
        table.add_column(justify="right", style="bold")
        for number, words in self._sums(left_alone):
            table.add_row(number, words)
        console.print(table)

    def _sums(self, left_alone: int) -> list[tuple[str, str]]:
        mean = f"{self._points / self.graded:.1f}" if self.graded else "–"
        return [
            (str(self.graded), f"graded, {self.rate:.1f} per second"),
            (str(left_alone), "left alone: they were not due"),
            (str(len(self._needs_human)), "need a human"),
            (str(self.failed), "failed: not graded, or a question could not be checked"),
            (mean, f"points of {self._most:.4g} on average, before a human has looked"),
        ]


def _is_unchecked(results: Results) -> bool:
    return any(question.verdict is Verdict.COULD_NOT_CHECK for question in results.questions)


def _say(words: str, console: Console) -> None:
    console.print(legible(words), markup=False, highlight=False, soft_wrap=True, style="yellow")
