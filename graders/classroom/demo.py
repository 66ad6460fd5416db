"""The whole main job, played by a cast: from the assignment's source to released feedback."""

import contextlib
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from jupyter_core.application import NoStart
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderApp
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from traitlets.config import Config

from graders.classroom.course import Course
from graders.classroom.desk import Actor, Desk
from graders.errors import AuthorFault, MachineFault
from graders.results import Question, Results, Verdict

GENERATED = "autograded cache exchange feedback gradebook.db release results students submitted"


class Demo:
    """A course played by a cast, with nbgrader's own commands and exchange."""

    def __init__(self, root: Path, assignment: str, actors: list[Actor], console: Console) -> None:
        self._root, self._assignment = root, assignment
        self._actors, self._console = actors, console
        config = Config()
        config.CourseDirectory.root = str(root)
        self._course = Course(config=config)

    def play(self) -> None:
        """Everything, from an empty course to feedback in the students' hands."""
        self._clear()
        with self._progress() as step:
            step("the assignment is generated", 1, "Converting notebook")
            self._nbgrader("generate_assignment", self._assignment)
            self._nbgrader("release_assignment", self._assignment)
            step("students fetch, work and submit", len(self._actors), "Submitted as")
            self._everybody_works()
            step("submissions are collected", len(self._actors), "Collecting submission")
            self._nbgrader("collect", self._assignment)
            step("submissions are autograded", len(self._actors), "Autograding")
            self._nbgrader("autograde", self._assignment)
            step("feedback is generated and released", len(self._actors), "Converting notebook")
            self._nbgrader("generate_feedback", self._assignment)
            self._nbgrader("release_feedback", self._assignment)

    def results(self) -> list[Results]:
        """What was found, student by student."""
        files = (self._course.results_file(self._assignment, a.student) for a in self._actors)
        return [Results.read(file) for file in files if file.exists()]

    def report(self) -> None:
        """Print the table of scores, what needs a human, and where to look next."""
        results = self.results()
        self._console.print(_table(results, self._totals()))
        derivations = self._max_score() - results[0].max_score
        self._console.print(
            f"{derivations:.4g} more points are for derivations, which await a TA in formgrader.\n"
        )
        for result in (result for result in results if result.needs_human):
            self._console.print(f"[yellow]needs a human[/] {result.student}")
            for reason in result.needs_human:
                self._console.print(f"  · {reason}", markup=False, soft_wrap=True)
        page = self._course.folder / "feedback" / self._actors[0].student / self._assignment
        self._console.print(
            f"\nFeedback   {page / self._assignment}.html"
            f"\nResults    {self._course.folder / 'results' / self._assignment}"
            "\nFormgrader .venv/bin/jupyter lab, then Nbgrader ▸ Formgrader in its menu",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )

    def _max_score(self) -> float:
        with self._gradebook() as gradebook:
            return gradebook.find_assignment(self._assignment).max_score

    def _totals(self) -> dict[str, float]:
        with self._gradebook() as gradebook:
            submissions = gradebook.assignment_submissions(self._assignment)
            return {submission.student.id: submission.score for submission in submissions}

    def _gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self._course.folder / 'gradebook.db'}")

    def _everybody_works(self) -> None:
        source = self._root / "assignments" / self._assignment / f"{self._assignment}.ipynb"
        solved = nbformat.read(source, as_version=4)
        for actor in self._actors:
            home = self._course.folder / "students" / actor.student
            home.mkdir(parents=True)
            place = f"--Exchange.assignment_dir={home}"
            self._nbgrader("fetch_assignment", self._assignment, place)
            actor.work(Desk(home / self._assignment, solved))
            self._nbgrader("submit", self._assignment, place, f"--student={actor.student}")

    def _clear(self) -> None:
        """Forget the last demo; a course with other students in it is not touched."""
        strangers = {path.name for path in (self._course.folder / "submitted").glob("*")}
        strangers -= {actor.student for actor in self._actors}
        if strangers:
            raise AuthorFault(
                f"{self._course.folder} holds submissions of {', '.join(sorted(strangers))}, which "
                "a demo would mix with its own: run it in another clone, or move course/ away"
            )
        for name in GENERATED.split():
            path = self._course.folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _progress(self) -> Iterator[Callable[[str, int, str], None]]:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
        with Progress(*columns, TimeElapsedColumn(), console=self._console) as bar:
            self._counter = _Counter(bar)
            yield self._counter.begin
            self._counter.finish()

    def _nbgrader(self, *words: str) -> None:
        nbgrader(*words, listener=self._counter)


class Complaints(logging.Handler):
    """Keeps the first error that a command logs, which is the cause of the others."""

    first = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep an error."""
        if record.levelno >= logging.ERROR:
            self.first = self.first or record.getMessage()


class _Counter(Complaints):
    """Moves a progress bar on whenever nbgrader says that one more submission is done."""

    def __init__(self, bar: Progress) -> None:
        super().__init__(logging.INFO)
        self._bar, self._task, self._sign = bar, None, ""

    def begin(self, description: str, total: int, sign: str) -> None:
        self.finish()
        self._task, self._sign = self._bar.add_task(description, total=total), sign

    def finish(self) -> None:
        if self._task is not None:
            self._bar.update(self._task, completed=self._bar.tasks[self._task].total)

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if record.getMessage().startswith(self._sign):
            self._bar.advance(self._task)


def nbgrader(*words: str, listener: Complaints) -> None:
    """Run one of nbgrader's commands in this process; what it logs goes to `listener`.

    Raises MachineFault if the command fails.
    """
    listener.first = ""
    NbGraderApp.clear_instance()
    app = NbGraderApp.instance()
    try:
        app.initialize([*words])
        app.subapp.log.handlers[:] = [listener]
        app.start()
    except NoStart:
        pass  # the subcommand has run, and there is nothing left to start
    except SystemExit as stop:
        if stop.code:
            told = listener.first or "it did not say why"
            raise MachineFault(f"`nbgrader {' '.join(words)}` failed: {told}") from stop
    finally:
        app.reset()
        NbGraderApp.clear_instance()


def _table(results: list[Results], totals: dict[str, float]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("student\n\n\nof", vertical="bottom")
    for question in results[0].questions:
        words = [*question.name.split("_"), "bonus" if question.bonus else ""]
        name = "\n".join((words + [""] * 3)[:3])
        table.add_column(f"{name}\n{question.max_score:.4g}", justify="right", overflow="fold")
    table.add_column(f"score\nso far\n\n{results[0].max_score:.4g}", justify="right", style="bold")
    for result in results:
        scores = [_score(question) for question in result.questions]
        table.add_row(result.student, *scores, f"{totals[result.student]:.4g}")
    return table


def _score(question: Question) -> str:
    colour = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.COULD_NOT_CHECK: "yellow"}
    return f"[{colour[question.verdict]}]{question.score:.4g}[/]"
