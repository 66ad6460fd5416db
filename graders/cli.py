"""The command `unrolled`."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from graders.classroom.demo import Demo
from graders.classroom.desk import cast
from graders.errors import UnrolledError


def main(words: list[str] | None = None) -> int:
    """Run the command; the answer is its exit status."""
    asked = _parser().parse_args(words)
    try:
        asked.run(asked)
    except UnrolledError as error:
        Console(stderr=True).print(f"unrolled: {error}", style="red", markup=False, soft_wrap=True)
        return 1
    return 0


def demo(asked: argparse.Namespace) -> None:
    """Play the whole main job with a cast of students."""
    console = Console() if sys.stdout.isatty() else Console(width=100)
    play = Demo(Path.cwd(), asked.assignment, cast(asked.students), console)
    play.play()
    play.report()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("unrolled", description="Homework on gradients through time.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("demo", help=demo.__doc__, description=demo.__doc__)
    one.add_argument("assignment", nargs="?", default="rnn_gradients")
    one.add_argument(
        "--students", type=Path, default=Path("tests/students"), help="the folder of the cast"
    )
    one.set_defaults(run=demo)
    return parser


if __name__ == "__main__":
    sys.exit(main())
