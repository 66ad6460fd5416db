"""The command `unrolled`."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from graders.audit import tables
from graders.audit.calibration import audit
from graders.audit.diagnoses import name_all
from graders.audit.mutants import reckon
from graders.classroom.autograde import NOT_CONFINED
from graders.classroom.course import course_in
from graders.classroom.demo import Demo
from graders.classroom.desk import cast
from graders.classroom.print_run import Count, PrintRun
from graders.classroom.printer import Printer
from graders.classroom.replay import replay, tell
from graders.classroom.report import report
from graders.classroom.sitting import Sitting
from graders.classroom.tally import Tally
from graders.classroom.workers import Crew, Processes
from graders.doctor import visit
from graders.doctor.table import as_markdown
from graders.errors import MachineFault, UnrolledError
from graders.skeleton import begin

DRAWS = 10_000
"""How many draws an audit asks every known answer about, if nobody says otherwise."""
STRANGERS = 40
"""How many strangers of each kind and question are diagnosed."""
ASSIGNMENT = "rnn_gradients"
INTERRUPTED = 130
"""The exit status of a command that Ctrl-C has ended, as shells have it."""


def main(words: list[str] | None = None) -> int:
    """Run the command; the answer is its exit status."""
    asked = _parser().parse_args(words)
    try:
        return asked.run(asked) or 0
    except UnrolledError as error:
        Console(stderr=True).print(f"unrolled: {error}", style="red", markup=False, soft_wrap=True)
        return 1


def play_demo(asked: argparse.Namespace) -> None:
    """Play the whole main job with a cast of students."""
    students = cast(asked.students, asked.assignment)
    play = Demo(Path.cwd(), asked.assignment, students, _console())
    play.play()
    play.report()


def grade_class(asked: argparse.Namespace) -> int:
    """Grade what is new or changed, side by side, as `nbgrader autograde` does one by one."""
    console, course = _console(), course_in(Path.cwd())
    if not course.rules.limits.confined:
        console.print(NOT_CONFINED, style="red", soft_wrap=True)
    sitting, tally = Sitting(course, asked.assignment, force=asked.force), Tally()
    chosen = sitting.chosen(asked.student)
    if not (due := sitting.due(chosen, resume=asked.resume)):
        console.print(f"None of {len(chosen)} submissions is due; --force grades them again.")
        return 0
    joined = _crew(asked, confined=course.rules.limits.confined)
    try:
        with joined as crew, closing(sitting.grade(due, crew)) as outcomes:
            tally.watch(outcomes, len(due), console)
    except KeyboardInterrupt:
        left = len(due) - tally.graded
        console.print(
            f"Stopped. `unrolled grade {asked.assignment}` grades the {left} that are left."
        )
        return INTERRUPTED
    finally:
        tally.tell(len(chosen) - len(due), console)
    return 1 if tally.lost else 0


def _crew(asked: argparse.Namespace, *, confined: bool) -> AbstractContextManager[Crew]:
    """Who grades: the workers of a Dask cluster, or else processes of this machine."""
    if not asked.dask:
        return nullcontext(Processes(asked.jobs, confined=confined))
    try:
        from graders.classroom.cluster import Cluster  # loads Dask, which takes most of a second
    except ModuleNotFoundError as error:
        raise MachineFault(
            f"--dask needs Dask, which is not installed here ({error}): "
            "pip install 'unrolled[dask]'"
        ) from error
    return Cluster(asked.dask, confined=confined)


def print_feedback(asked: argparse.Namespace) -> int:
    """Write the pages that students read, as `nbgrader generate_feedback` does one by one."""
    console, root, count = _console(), Path.cwd(), Count()
    run = PrintRun(course_in(root), root, asked.assignment)
    chosen = run.chosen(asked.student)
    if not (due := run.due(chosen, force=asked.force)):
        console.print(f"All of {len(chosen)} are up to date; --force prints them again.")
        return 0
    crew = Processes(asked.jobs, confined=False, needs=Printer.__module__)
    try:
        with closing(run.print(due, crew)) as printed:
            count.watch(printed, len(due), console)
    except KeyboardInterrupt:
        console.print(
            f"Stopped. `unrolled feedback {asked.assignment}` prints what is missing or too old."
        )
        return INTERRUPTED
    finally:
        count.tell(len(chosen) - len(due), console)
    return 1 if count.failed else 0


def audit_graders(asked: argparse.Namespace) -> int:
    """Hold the hidden graders against every answer that is known to be wrong or right."""
    console = _console()
    with _progress(console, "wrong and right answers sit exams") as listen:
        found = audit(asked.assignment, asked.draws, asked.jobs, listen)
    console.print(tables.of_calibrations(found))
    for line in tables.verdicts(found):
        console.print(line, style="red", soft_wrap=True)
    return 0 if all(one.is_sound for one in found) else 1


def audit_mutants(asked: argparse.Namespace) -> int:
    """Hold the hidden graders against every small change of the reference instead."""
    console = _console()
    with _progress(console, "mutants of the reference sit exams") as listen:
        found = reckon(asked.assignment, asked.jobs, listen)
    for paragraph in tables.survivors(found):
        console.print(f"{paragraph}\n", markup=False, highlight=False, soft_wrap=True)
    console.print(tables.of_mutants(found))
    return 1 if any(one.open for one in found) else 0


def audit_diagnoses(asked: argparse.Namespace) -> int:
    """Hold the diagnosis against wrong answers that nobody wrote down instead."""
    console = _console()
    with _progress(console, "strangers are diagnosed") as listen:
        found = name_all(asked.assignment, STRANGERS, asked.jobs, listen=listen)
    console.print(tables.of_namings(found))
    for line in tables.misnamed(found):
        console.print(line, style="red", markup=False, soft_wrap=True)
    return 1 if any(one.wrongly for one in found) else 0


def report_class(asked: argparse.Namespace) -> None:
    """Write a page about the class, and its data as JSON and CSV."""
    page = report(course_in(Path.cwd()), asked.assignment, names=not asked.hide_names)
    told = f"{page}, and its data beside it"
    _console().print(told, markup=False, highlight=False, soft_wrap=True)


def replay_question(asked: argparse.Namespace) -> None:
    """Ask one student's function what it was asked in grading, and show both answers."""
    course = course_in(Path.cwd())
    tell(replay(course, asked.assignment, asked.student, asked.question, asked.draw), _console())


def call_doctor(asked: argparse.Namespace) -> int:
    """Say what this machine keeps from student code, what is amiss, and what to do about it."""
    if asked.attacks is not None:
        return _try_attacks(asked)
    return 0 if visit.examine(Path.cwd(), _console()) else 1


def _try_attacks(asked: argparse.Namespace) -> int:
    console, attacks = _console(), visit.chosen(asked.corpus, asked.attacks)
    with _progress(console, f"{len(attacks)} attacks are graded") as listen:
        found = visit.try_ours(attacks, listen)
    with _progress(console, "and by nbgrader alone") if asked.stock else nullcontext() as listen:
        alone = visit.try_stock(attacks, listen) if asked.stock else None
    visit.tell(found, alone, console)
    if asked.table:
        asked.table.write_text(as_markdown(found, alone), encoding="utf-8")
    return 1 if any(verdict.harm for verdict in found) else 0


def begin_question(asked: argparse.Namespace) -> None:
    """Write the skeleton of a new question: cells, reference, grader, misconceptions."""
    root = Path.cwd()
    for path in begin(root, asked.assignment, asked.question, asked.parameters, asked.points):
        print(path.relative_to(root))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("unrolled", description="Homework on gradients through time.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        one.set_defaults(run=run)
        return one

    one = command("demo", play_demo)
    one.add_argument("assignment", nargs="?", default=ASSIGNMENT)
    one.add_argument(
        "--students", type=Path, default=Path("tests/students"), help="the folder of the cast"
    )

    one = command("grade", grade_class)
    one.add_argument("assignment")
    where = one.add_mutually_exclusive_group()
    where.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (%(default)s)")
    where.add_argument(
        "--dask", metavar="ADDRESS", help="the workers of this Dask scheduler instead"
    )
    one.add_argument(
        "--student", nargs="+", default=[], metavar="ID", help="these only, instead of everybody"
    )
    one.add_argument("--force", action="store_true", help="what was graded before, too")
    one.add_argument("--resume", action="store_true", help="only what a stopped run has left over")

    one = command("feedback", print_feedback)
    one.add_argument("assignment")
    one.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (%(default)s)")
    one.add_argument(
        "--student", nargs="+", default=[], metavar="ID", help="these only, instead of everybody"
    )
    one.add_argument("--force", action="store_true", help="what is up to date, too")

    one = command("audit", audit_graders)
    one.add_argument("assignment", nargs="?", default=ASSIGNMENT)
    one.add_argument("--draws", type=int, default=DRAWS, help="for each known answer (%(default)s)")
    one.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (%(default)s)")
    instead = one.add_mutually_exclusive_group()
    for flag, run in (("--mutants", audit_mutants), ("--diagnoses", audit_diagnoses)):
        instead.add_argument(flag, action="store_const", const=run, dest="run", help=run.__doc__)

    one = command("report", report_class)
    one.add_argument("assignment")
    one.add_argument("--hide-names", action="store_true", help="number students instead")

    one = command("replay", replay_question)
    one.add_argument("assignment")
    one.add_argument("student")
    one.add_argument("question")
    one.add_argument("--draw", type=int, metavar="SEED", help="the seed in the line `draw`")

    one = command("doctor", call_doctor)
    one.add_argument(
        "--attacks",
        nargs="*",
        metavar="ATTACK",
        help="let known attacks be graded here instead, and tell what they achieved; all, or these",
    )
    one.add_argument("--corpus", type=Path, default=Path("tests/attacks"), help="their folder")
    one.add_argument("--stock", action="store_true", help="let nbgrader alone grade them as well")
    one.add_argument("--table", type=Path, metavar="FILE", help="write a row per attack, Markdown")

    one = command("new", begin_question)
    one.add_argument("question", help="its name everywhere: lower_case_with_underscores")
    one.add_argument("--assignment", required=True, help="made, if there is none of this name")
    one.add_argument("--parameters", default="W_hh", help="of the function (%(default)s)")
    one.add_argument("--points", type=float, default=10.0, help="of the question (%(default)s)")
    return parser


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=120)


@contextmanager
def _progress(console: Console, task: str) -> Iterator[Callable[[float], None]]:
    """A bar for a task; what is given hears the share of it that is done."""
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    with Progress(*columns, TimeRemainingColumn(), console=console) as bar:
        bar.add_task(task, total=1.0)
        yield lambda done: bar.update(TaskID(0), completed=done)


if __name__ == "__main__":
    sys.exit(main())
