"""One run through the graded work of an assignment: pages of feedback, printed side by side."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from graders.classroom.course import Course
from graders.classroom.feedback import legible
from graders.classroom.grades import Grades, grades_in
from graders.classroom.printer import Graded, Press, Printed, Printer
from graders.classroom.tally import Bar
from graders.classroom.workers import Crew, Workers
from graders.errors import AuthorFault


class PrintRun:
    """Prints feedback, and ends where nbgrader's generate_feedback would."""

    def __init__(self, course: Course, root: Path, assignment: str) -> None:
        self._course, self._assignment = course, assignment
        self._press, self._printer = Press(course, assignment), Printer(root, assignment)

    def chosen(self, only: list[str]) -> list[str]:
        """Whose work is graded: all, or `only` some. Raises AuthorFault if one of these is not."""
        students = self._press.students()
        if strangers := sorted(set(only) - set(students)):
            raise AuthorFault(
                f"got --student {' '.join(strangers)}, but of {self._assignment} is graded: "
                f"{', '.join(students)}"
            )
        return only or students

    def due(self, chosen: list[str], *, force: bool = False) -> list[str]:
        """Who of them has no feedback on what was graded; with `force`, all."""
        return [student for student in chosen if force or self._press.is_due(student)]

    def print(self, due: list[str], crew: Crew) -> Iterator[Printed]:
        """Print feedback on the work of all who are `due`, each as soon as a crew gets to it."""
        known: dict[str, dict[str, Grades]] = defaultdict(dict)
        with closing(self._course.gradebook()) as gradebook:
            for (student, notebook), grades in grades_in(gradebook, self._assignment).items():
                known[student][notebook] = grades
        waiting = (Graded(student, known.pop(student, {})) for student in due)
        with closing(Workers(self._printer, crew).mark(waiting)) as printed:
            yield from printed


class Count:
    """Counts what is printed, for whoever waits for it."""

    def __init__(self) -> None:
        self.printed = 0
        self.failed: list[str] = []
        """Students without feedback, and why, in sentences."""
        self._began = time.monotonic()

    def watch(self, run: Iterable[Printed], total: int, console: Console) -> None:
        """Count all, of which there will be `total`, and show how far that is."""
        with Bar("feedback is printed", total, console) as bar:
            for one in run:
                self.count(one)
                bar.move(self.rate, len(self.failed))

    def count(self, one: Printed) -> None:
        """Take one student in."""
        if one.fault:
            self.failed.append(f"no feedback: {one.student}: {one.fault}")
        else:
            self.printed += 1

    @property
    def rate(self) -> float:
        """Students per second."""
        return (self.printed + len(self.failed)) / (time.monotonic() - self._began)

    def tell(self, left_alone: int, console: Console) -> None:
        """Print what failed, and the sums."""
        for sentence in sorted(self.failed):
            console.print(legible(sentence), markup=False, highlight=False, style="yellow")
        table = Table(box=box.SIMPLE_HEAD, show_header=False, pad_edge=False)
        table.add_column(justify="right", style="bold")
        table.add_row(str(self.printed), f"printed, {self.rate:.1f} per second")
        table.add_row(str(left_alone), "left alone: they are up to date")
        table.add_row(str(len(self.failed)), "failed: there is no feedback for them")
        console.print(table)
