"""Where the time of grading goes, per submission, and how little it could be.

    python -m graders.classroom.breakdown rnn_gradients        everybody who has handed in
    python -m graders.classroom.breakdown rnn_gradients 5      the first five

A copy of the course is graded in one process, while a thread looks at it 50 times a second.
The floor is a process that is forked, runs the cells and ends: less cannot be had with the sandbox.
"""

import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from graders import examination, explanation, marks, plugin
from graders.classroom import engine, handout
from graders.classroom.course import Course, course_in
from graders.classroom.gradebook import Book
from graders.classroom.marking import Marker
from graders.classroom.shelf import Shelf
from graders.classroom.sitting import Sitting
from graders.grader import GRADERS
from graders.sandbox.parent import Child, Zygote
from graders.sandbox.student import Student

DRAWING = "drawing and comparing"
PARTS: dict[CodeType, str] = {
    Shelf.script.__code__: "reading what was handed in",
    handout.Handout.restore.__code__: "rescue",
    Zygote.fork.__code__: "processes, forked and ended",
    Child.kill.__code__: "processes, forked and ended",
    Student.run.__code__: "cells",
    Student.call.__code__: "calls of the student's functions",
    Student.call_all.__code__: "calls of the student's functions",
    marks.put.__code__: DRAWING,
    plugin.set_papers.__code__: "pytest itself",
    examination.examine.__code__: DRAWING,
    explanation.explain.__code__: "explanation",
    engine.judge.__code__: "the page",
    Marker.mark.__code__: "the page",
    Shelf.put_back.__code__: "writing files",
    Book.enter.__code__: "gradebook",
}
"""The parts of grading, by the functions in which they happen; the innermost counts."""
OTHER = "everything else"
SECONDS_BETWEEN_LOOKS = 0.02
"""More often would slow down what is looked at."""


class Here(Executor):
    """Does what it is asked at once, in this process: a crew of one."""

    jobs = 1

    def start(self, jobs: int) -> Executor:
        """Itself: it is always ready."""
        return self

    def submit(self, task: Callable, /, *args: Any) -> Future:
        """Do it; the answer is a future that has come."""
        future: Future = Future()
        future.set_result(task(*args))
        return future


class Watcher(threading.Thread):
    """Looks at the thread that started it, again and again, and counts what it is at."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.looks: Counter[str] = Counter()
        self._watched, self._over = threading.get_ident(), threading.Event()

    def run(self) -> None:
        """Look, until it is over."""
        while not self._over.wait(SECONDS_BETWEEN_LOOKS):
            self.looks[part_of(sys._current_frames().get(self._watched))] += 1

    def end(self) -> Counter[str]:
        """What was seen."""
        self._over.set()
        self.join()
        return self.looks


def part_of(frame: FrameType | None) -> str:
    """Which part of grading a thread is at, by what it has called."""
    inside = ""
    while frame is not None:
        code = frame.f_code
        part = PARTS.get(code, "")
        if part == "explanation":
            return part  # whatever it asks and compares once more
        if not part and code.co_filename.startswith(str(GRADERS)) and _is_grader(code):
            part = DRAWING
        inside, frame = inside or part, frame.f_back
    return inside or OTHER


def _is_grader(code: CodeType) -> bool:
    return Path(code.co_filename).name.startswith("test_")


def grade_a_copy(root: Path, assignment: str, count: int | None) -> tuple[dict[str, float], int]:
    """Seconds per submission, part by part, and how many submissions were graded."""
    with tempfile.TemporaryDirectory(prefix="unrolled-") as folder:
        copy = Path(folder) / "course"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".*"), symlinks=True)
        course = course_in(copy)
        sitting = Sitting(course, assignment, force=True)
        students = sitting.chosen([])[:count]
        list(sitting.grade(students[:1], Here()))  # whatever is loaded only once
        watcher, began = Watcher(), time.monotonic()
        watcher.start()
        list(sitting.grade(students, Here()))
        seconds = (time.monotonic() - began) / len(students)
        looks = watcher.end()
        parts = {part: seconds * n / looks.total() for part, n in looks.most_common()}
        return parts | {"FLOOR": floor(course, assignment, students)}, len(students)


def floor(course: Course, assignment: str, students: list[str]) -> float:
    """Seconds per submission of a process that runs the cells of one, and of nothing else."""
    given, shelf = handout.Handout.of(course, assignment), Shelf(course, assignment)
    notebooks = [given.restore(shelf.script(student).handed_in)[0] for student in students]
    sources = [[cell.source for cell in engine.own_cells(notebook)] for notebook in notebooks]
    with Zygote() as zygote:
        began = time.monotonic()
        for cells in sources:
            with Student(zygote, cells, course.rules.limits) as student:
                student.run()
        return (time.monotonic() - began) / len(students)


def tell(parts: dict[str, float], count: int) -> str:
    """The parts as a table, the longest first, their sum and the floor."""
    least = parts.pop("FLOOR")
    rows = [*parts.items(), ("all of it", sum(parts.values())), ("the floor: cells alone", least)]
    lines = [f"{part:<34}{1000 * seconds:9.1f} ms" for part, seconds in rows]
    return "\n".join([f"per submission, of {count}", *lines])


if __name__ == "__main__":
    asked, *many = sys.argv[1:]
    print(tell(*grade_a_copy(Path.cwd(), asked, int(many[0]) if many else None)))
