"""What a class of any size costs, from what was measured of a small one.

    python -m graders.bench --plan 100000

Submissions are graded apart from each other, so their time and bytes add up. What does not is the
one process that hands out and keeps: it is measured with a crew that costs nothing, for it was told
what to hand in (`Rehearsed`).
"""

import math
import pickle
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from itertools import cycle
from time import perf_counter

from graders.classroom.breakdown import Here
from graders.classroom.course import Course
from graders.classroom.marking import Marked, Marker, Script
from graders.classroom.sitting import Sitting

HOUR, KIB, MIB, GIB = 3600, 1 << 10, 1 << 20, 1 << 30


@dataclass(frozen=True)
class Burden:
    """What one submission takes on its way, and what each worker is sent once."""

    script_bytes: float
    """What a worker is sent."""
    marked_bytes: float
    """What it sends back."""
    handout_bytes: int
    """What each worker is sent before the first script."""


@dataclass(frozen=True)
class Plan:
    """A class of many, on a cluster of so many cores."""

    students: int
    cores: int
    seconds_each: float
    """Of one core, for one submission."""
    kept_per_second: float
    """By the one process that reads what was handed in, and writes files and the gradebook."""
    burden: Burden

    @property
    def core_hours(self) -> float:
        """What all of it takes, one core working."""
        return self.students * self.seconds_each / HOUR

    @property
    def hours(self) -> float:
        """How long it takes: as long as the slower of those who grade and the one who keeps."""
        return max(self.core_hours / self.cores, self.keeping_hours)

    @property
    def keeping_hours(self) -> float:
        """How long the one who keeps is busy."""
        return self.students / self.kept_per_second / HOUR

    @property
    def most_cores(self) -> int:
        """How many cores the one who keeps can follow."""
        return math.floor(self.kept_per_second * self.seconds_each)

    @property
    def gib(self) -> float:
        """What the network carries, there and back."""
        each = self.burden.script_bytes + self.burden.marked_bytes
        return (self.students * each + self.cores * self.burden.handout_bytes) / GIB

    @property
    def mib_per_second(self) -> float:
        """What the one who hands out and writes sends and receives meanwhile."""
        return self.gib * GIB / MIB / (self.hours * HOUR)

    def lines(self) -> list[str]:
        """The plan in words."""
        there, back = self.burden.script_bytes / KIB, self.burden.marked_bytes / KIB
        return [
            f"{self.students:,} submissions on {self.cores:,} cores: {_time(self.hours)}",
            f"  grading   {self.seconds_each:.2f} s each: {self.core_hours:.1f} core hours",
            f"  keeping   {self.kept_per_second:.0f} per second: {_time(self.keeping_hours)}; "
            f"more than {self.most_cores:,} cores would wait for it",
            f"  network   {there:.0f} KiB there and {back:.0f} KiB back each: {self.gib:.1f} GiB, "
            f"{self.mib_per_second:.1f} MiB per second",
        ]


class Rehearsed(Here):
    """A crew that hands in at once what it was told to, as if it came from another process."""

    def __init__(self, marked: list[Marked]) -> None:
        self._marked = cycle(marked)

    def submit(self, task: Callable, script: Script) -> Future:
        """Take a script, and hand in something as large as what it would come to."""
        pickle.dumps(script)
        sent = pickle.dumps(replace(next(self._marked), student=script.student))
        return super().submit(pickle.loads, sent)


def kept_per_second(course: Course, assignment: str, marked: list[Marked]) -> float:
    """How many submissions are read, written and entered in a second, if marking costs nothing."""
    sitting = Sitting(course, assignment, force=True)
    students = sitting.chosen([])

    def seconds(some: list[str]) -> float:
        began = perf_counter()
        list(sitting.grade(some, Rehearsed(marked)))
        return perf_counter() - began

    start = seconds(students[:1])  # what a run takes once, however many there are
    return (len(students) - 1) / (seconds(students) - start)


def burden(marker: Marker, scripts: list[Script], marked: list[Marked]) -> Burden:
    """What submissions take on their way, on average."""
    return Burden(_mean_bytes(scripts), _mean_bytes(marked), len(pickle.dumps(marker)))


def _time(hours: float) -> str:
    return f"{hours:.1f} hours" if hours >= 1 else f"{60 * hours:.1f} minutes"


def _mean_bytes(things: list) -> float:
    return sum(len(pickle.dumps(thing)) for thing in things) / len(things)
