"""The command `unrolled`."""

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from graders.audit import tables
from graders.audit.calibration import audit
from graders.classroom.course import course_in
from graders.classroom.demo import Demo
from graders.classroom.desk import cast
from graders.classroom.replay import replay, tell
from graders.errors import UnrolledError

DRAWS = 10_000
"""How many draws an audit asks every known answer about, if nobody says otherwise."""
ASSIGNMENT = "rnn_gradients"


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
    play = Demo(Path.cwd(), asked.assignment, cast(asked.students), _console())
    play.play()
    play.report()


def audit_graders(asked: argparse.Namespace) -> int:
    """Hold the hidden graders against every answer that is known to be wrong or right."""
    console = _console()
    with _progress(console) as bar:
        task = bar.add_task("wrong and right answers sit exams", total=1.0)
        found = audit(
            asked.assignment, asked.draws, asked.jobs, lambda done: bar.update(task, completed=done)
        )
    console.print(tables.of_calibrations(found))
    for line in tables.verdicts(found):
        console.print(line, style="red", soft_wrap=True)
    return 0 if all(one.is_sound for one in found) else 1


def replay_question(asked: argparse.Namespace) -> None:
    """Ask one student's function what it was asked in grading, and show both answers."""
    course = course_in(Path.cwd())
    tell(replay(course, asked.assignment, asked.student, asked.question, asked.draw), _console())


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

    one = command("audit", audit_graders)
    one.add_argument("assignment", nargs="?", default=ASSIGNMENT)
    one.add_argument("--draws", type=int, default=DRAWS, help="for each known answer (%(default)s)")
    one.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (%(default)s)")

    one = command("replay", replay_question)
    one.add_argument("assignment")
    one.add_argument("student")
    one.add_argument("question")
    one.add_argument("--draw", type=int, metavar="SEED", help="the seed in the line `draw`")
    return parser


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=120)


def _progress(console: Console) -> Progress:
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    return Progress(*columns, TimeRemainingColumn(), console=console)


if __name__ == "__main__":
    sys.exit(main())
