"""The commands for a course: play, grade, write feedback, report, replay."""

import argparse
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

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
from graders.cli.terminal import new_console
from graders.errors import MachineFault

INTERRUPTED = 130
"""The exit status of a command that Ctrl-C has ended, as shells have it."""


def play_demo(asked: argparse.Namespace) -> None:
    """Play the whole main job with a cast of students."""
    students = cast(asked.students, asked.assignment)
    play = Demo(Path.cwd(), asked.assignment, students, new_console())
    play.play()
    play.report()


def grade_class(asked: argparse.Namespace) -> int:
    """Grade what is new or changed, side by side, as `nbgrader autograde` does one by one."""
    console, course = new_console(), course_in(Path.cwd())
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
    console, root, count = new_console(), Path.cwd(), Count()
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


def report_class(asked: argparse.Namespace) -> None:
    """Write a page about the class, and its data as JSON and CSV."""
    page = report(course_in(Path.cwd()), asked.assignment, names=not asked.hide_names)
    told = f"{page}, and its data beside it"
    new_console().print(told, markup=False, highlight=False, soft_wrap=True)


def replay_question(asked: argparse.Namespace) -> None:
    """Ask one student's function what it was asked in grading, and show both answers."""
    course = course_in(Path.cwd())
    tell(replay(course, asked.assignment, asked.student, asked.question, asked.draw), new_console())
