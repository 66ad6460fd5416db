"""The command `unrolled`."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from graders.cli import course, workshop
from graders.errors import UnrolledError

DRAWS = 10_000
"""How many draws an audit asks every known answer about, if nobody says otherwise."""
ASSIGNMENT = "rnn_gradients"
Command = Callable[[str, Callable], argparse.ArgumentParser]
"""Makes the parser of a command from its name and what it runs."""


def main(words: list[str] | None = None) -> int:
    """Run the command; the answer is its exit status."""
    asked = _parser().parse_args(words)
    try:
        return asked.run(asked) or 0
    except UnrolledError as error:
        Console(stderr=True).print(f"unrolled: {error}", style="red", markup=False, soft_wrap=True)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("unrolled", description="Homework on gradients through time.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        one.set_defaults(run=run)
        return one

    _add_commands_for_a_course(command)
    _add_commands_for_makers(command)
    return parser


def _add_commands_for_a_course(command: Command) -> None:
    one = command("demo", course.play_demo)
    one.add_argument("assignment", nargs="?", default=ASSIGNMENT)
    one.add_argument(
        "--students", type=Path, default=Path("tests/students"), help="the folder of the cast"
    )

    one = command("grade", course.grade_class)
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

    one = command("feedback", course.print_feedback)
    one.add_argument("assignment")
    one.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (%(default)s)")
    one.add_argument(
        "--student", nargs="+", default=[], metavar="ID", help="these only, instead of everybody"
    )
    one.add_argument("--force", action="store_true", help="what is up to date, too")

    one = command("report", course.report_class)
    one.add_argument("assignment")
    one.add_argument("--hide-names", action="store_true", help="number students instead")

    one = command("replay", course.replay_question)
    one.add_argument("assignment")
    one.add_argument("student")
    one.add_argument("question")
    one.add_argument("--draw", type=int, metavar="SEED", help="the seed in the line `draw`")


def _add_commands_for_makers(command: Command) -> None:
    one = command("audit", workshop.audit_graders)
    one.add_argument("assignment", nargs="?", default=ASSIGNMENT)
    one.add_argument("--draws", type=int, default=DRAWS, help="for each known answer (%(default)s)")
    one.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (%(default)s)")
    instead = one.add_mutually_exclusive_group()
    for flag, run in (
        ("--mutants", workshop.audit_mutants),
        ("--diagnoses", workshop.audit_diagnoses),
    ):
        instead.add_argument(flag, action="store_const", const=run, dest="run", help=run.__doc__)

    one = command("doctor", workshop.call_doctor)
    one.add_argument(
        "--attacks",
        nargs="*",
        metavar="ATTACK",
        help="let known attacks be graded here instead, and tell what they achieved; all, or these",
    )
    one.add_argument("--corpus", type=Path, default=Path("tests/attacks"), help="their folder")
    one.add_argument("--stock", action="store_true", help="let nbgrader alone grade them as well")
    one.add_argument("--table", type=Path, metavar="FILE", help="write a row per attack, Markdown")

    one = command("new", workshop.begin_question)
    one.add_argument("question", help="its name everywhere: lower_case_with_underscores")
    one.add_argument("--assignment", required=True, help="made, if there is none of this name")
    one.add_argument("--parameters", default="W_hh", help="of the function (%(default)s)")
    one.add_argument("--points", type=float, default=10.0, help="of the question (%(default)s)")
