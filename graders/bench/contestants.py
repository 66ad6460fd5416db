"""Who is measured, how often, and what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from statistics import median

from graders.bench import otter
from graders.bench.classroom import Classroom
from graders.bench.stopwatch import Lap, timed


@dataclass
class Contestant:
    """One way to do something for a class, and how long it has taken."""

    name: str
    course: Classroom
    words: tuple[str, ...]
    """The command."""
    before: tuple[str, ...] = ()
    """The command before it, which is not measured."""
    workers: int = 1
    """How many processes it has at once, each with a start of its own."""
    whole: list[Lap] = field(default_factory=list)
    """Runs for the whole class."""
    first: list[Lap] = field(default_factory=list)
    """Runs for as many of its first students as there are workers."""

    def compete(self) -> None:
        """Run the command for a student per worker, and for all."""
        few = ("--student", *(f"student{number:05}" for number in range(self.workers)))
        for laps, only in ((self.first, few), (self.whole, ())):
            self.course.forget()
            if self.before:
                self.course.run(*self.before, *only)
            laps.append(timed(lambda only=only: self.course.call(*self.words, *only)))

    def per_submission(self, students: int) -> list[float]:
        """Seconds per submission in each run, once all workers have started."""
        pairs, others = zip(self.whole, self.first, strict=True), students - self.workers
        return [(whole.seconds - few.seconds) / others for whole, few in pairs]

    @property
    def start(self) -> float:
        """Seconds until each worker has done its first submission."""
        return median(lap.seconds for lap in self.first)

    @property
    def mib(self) -> float:
        """The most memory that one process used in any run."""
        return max(lap.mib for lap in self.whole)


def race(contestants: list[Contestant], runs: int) -> None:
    """Let all run in turns: what else the machine does meets each of them."""
    for _ in range(runs):
        for contestant in contestants:
            contestant.compete()


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a Dask scheduler with so many workers, on this machine; "" without Dask."""
    if not find_spec("distributed"):
        yield ""
        return
    from distributed import LocalCluster  # is not installed everywhere

    place = {"dashboard_address": None, "memory_limit": 0}
    with LocalCluster(n_workers=workers, threads_per_worker=1, **place) as started:
        yield started.scheduler_address


def graders(alone: Classroom, ours: Classroom, address: str) -> Iterator[Contestant]:
    """Those who grade; the workers of a cluster too, if one has an `address`."""
    stock = ("nbgrader", "autograde", ours.assignment)
    yield Contestant("nbgrader autograde", alone, stock)
    yield Contestant("nbgrader autograde, our step", ours, stock)
    if otter.installed():
        otter.prepare(ours)
        words = ("python", "-m", "graders.bench.otter", ours.assignment)
        yield Contestant("otter run, without Docker", ours, words)
    for jobs in (1, 2):
        words = ("unrolled", "grade", ours.assignment, "--jobs", str(jobs))
        yield Contestant(f"unrolled grade --jobs {jobs}", ours, words, workers=jobs)
    if address:
        words = ("unrolled", "grade", ours.assignment, "--dask", address)
        yield Contestant("unrolled grade --dask (2)", ours, words, workers=2)


def writers_of_feedback(ours: Classroom) -> Iterator[Contestant]:
    """Those who write feedback."""
    before = ("unrolled", "grade", ours.assignment)
    stock = ("nbgrader", "generate_feedback", ours.assignment)
    yield Contestant("nbgrader generate_feedback", ours, stock, before)
    words = ("unrolled", "feedback", ours.assignment, "--jobs", "1")
    yield Contestant("unrolled feedback --jobs 1", ours, words, before)
