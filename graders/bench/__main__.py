"""Measure, and print the tables: `make bench`.

python -m graders.bench                    20 students, three runs
python -m graders.bench 60 --runs 5        as many as wanted
python -m graders.bench --sizes 20 2000    how long a submission takes in classes of these sizes
python -m graders.bench --plan 100000      what so many cost on a cluster
"""

import argparse
import platform
import tempfile
from pathlib import Path
from statistics import median

import psutil
from rich.console import Console

from graders.bench import tables
from graders.bench.classroom import Classroom
from graders.bench.contestants import Contestant, cluster, graders, race, writers_of_feedback
from graders.bench.plan import Plan, burden, kept_per_second
from graders.classroom.breakdown import grade_a_copy
from graders.classroom.breakdown import tell as tell_parts
from graders.classroom.course import course_in
from graders.classroom.handout import Handout
from graders.classroom.marking import Marker
from graders.classroom.pace import measure
from graders.classroom.shelf import Shelf

ASSIGNMENT = "rnn_gradients"
WIDTH = 100
ALIKE = 6
"""After so many students the next ones hand in the like."""
CORES = (2, 64, 1000)
"""Of a laptop, of a large machine, and of a cluster."""


def main() -> None:
    """Measure what is asked for."""
    asked, console = _asked(), Console(width=WIDTH, highlight=False)
    console.print(_machine())
    with tempfile.TemporaryDirectory(prefix="unrolled-bench-") as folder:
        if asked.sizes:
            _compare_sizes(Path(folder), asked, console)
        elif asked.plan:
            _plan(Path(folder), asked, console)
        else:
            _compare_all(Path(folder), asked, console)


def _compare_all(folder: Path, asked: argparse.Namespace, console: Console) -> None:
    rooms = {alone: folder / name for alone, name in ((True, "alone"), (False, "ours"))}
    alone, ours = (
        Classroom.opened(_made(root), asked.assignment, asked.students, alone=one)
        for one, root in rooms.items()
    )
    with cluster(2) as address:
        _race("Grading", list(graders(alone, ours, address)), asked, console)
    _race("Feedback", list(writers_of_feedback(ours)), asked, console)
    pace = measure(f"sqlite:///{folder}/pace.db")
    console.print(f"the gradebook alone: {tables.of_pace(pace)}")
    console.print("\n" + tell_parts(*grade_a_copy(ours.root, asked.assignment, None)))


def _race(
    title: str, contestants: list[Contestant], asked: argparse.Namespace, console: Console
) -> None:
    race(contestants, asked.runs)
    console.print(tables.of_race(title, contestants, asked.students))


def _compare_sizes(folder: Path, asked: argparse.Namespace, console: Console) -> None:
    for size in asked.sizes:
        course = Classroom.opened(_made(folder / str(size)), asked.assignment, size)
        words = ("unrolled", "grade", asked.assignment, "--jobs", str(asked.jobs))
        one = Contestant(" ".join(words), course, words, workers=asked.jobs)
        race([one], asked.runs)
        seconds = one.per_submission(size)
        console.print(
            f"{size:6} students: {1000 * median(seconds):6.0f} ms each, {one.mib:.0f} MiB"
        )


def _plan(folder: Path, asked: argparse.Namespace, console: Console) -> None:
    room = Classroom.opened(_made(folder / "class"), asked.assignment, asked.students)
    words = ("unrolled", "grade", asked.assignment, "--jobs", str(asked.jobs))
    one = Contestant("", room, words, workers=asked.jobs)
    race([one], asked.runs)
    each = asked.jobs * median(one.per_submission(asked.students))
    course = course_in(room.root)
    marker = Marker(Handout.of(course, asked.assignment), course.rules)
    shelf = Shelf(course, asked.assignment)
    scripts = [shelf.script(student) for student in shelf.students()]
    marked = [marker.mark(script) for script in scripts[:ALIKE]]
    kept = kept_per_second(course, asked.assignment, marked)
    carried = burden(marker, scripts, marked)
    for cores in CORES:
        plan = Plan(asked.plan, cores, each, kept, carried)
        console.print("\n".join(plan.lines()), soft_wrap=True)
    pace = measure(f"sqlite:///{folder}/pace.db", asked.plan)
    console.print(f"the gradebook alone, {asked.plan:,} students: {tables.of_pace(pace)}")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _machine() -> str:
    memory = psutil.virtual_memory().total / (1 << 30)
    return f"Python {platform.python_version()}, {psutil.cpu_count()} processors, {memory:.0f} GiB"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("graders.bench", description=__doc__.splitlines()[0])
    parser.add_argument("students", type=int, nargs="?", default=20)
    parser.add_argument("--assignment", default=ASSIGNMENT)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=psutil.cpu_count())
    parser.add_argument("--plan", type=int, metavar="STUDENTS")
    parser.add_argument("--sizes", type=int, nargs="+", default=[])
    return parser.parse_args()


if __name__ == "__main__":
    main()
