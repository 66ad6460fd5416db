"""What a class of any size costs, from what was measured of a small one.

    python -m graders.bench --plan 100000

Submissions are graded apart from each other, so their time and bytes add up; what does not is the
one writer, who is asked how fast it is with as many students as there are to be.
"""

import math
import pickle
from dataclasses import dataclass

from graders.classroom.course import Course
from graders.classroom.handout import Handout
from graders.classroom.marking import Marker
from graders.classroom.shelf import Shelf

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
    written_per_second: float
    burden: Burden

    @property
    def core_hours(self) -> float:
        """What all of it takes, one core working."""
        return self.students * self.seconds_each / HOUR

    @property
    def hours(self) -> float:
        """How long it takes: as long as the slower of those who grade and the one who writes."""
        return max(self.core_hours / self.cores, self.writing_hours)

    @property
    def writing_hours(self) -> float:
        """How long the writer is busy."""
        return self.students / self.written_per_second / HOUR

    @property
    def most_cores(self) -> int:
        """From how many cores on the writer is what everybody waits for."""
        return math.floor(self.written_per_second * self.seconds_each)

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
            f"  writing   {self.written_per_second:.0f} per second: {_time(self.writing_hours)}; "
            f"more than {self.most_cores:,} cores would wait for it",
            f"  network   {there:.0f} KiB there and {back:.0f} KiB back each: {self.gib:.1f} GiB, "
            f"{self.mib_per_second:.1f} MiB per second",
        ]


def burden(course: Course, assignment: str, students: list[str]) -> Burden:
    """What the submissions of some students take on their way, on average."""
    marker, shelf = Marker(Handout.of(course, assignment), course.rules), Shelf(course, assignment)
    scripts = [shelf.script(student) for student in students]
    marked = [marker.mark(script) for script in scripts]
    return Burden(_mean_bytes(scripts), _mean_bytes(marked), len(pickle.dumps(marker)))


def _time(hours: float) -> str:
    return f"{hours:.1f} hours" if hours >= 1 else f"{60 * hours:.1f} minutes"


def _mean_bytes(things: list) -> float:
    return sum(len(pickle.dumps(thing)) for thing in things) / len(things)
