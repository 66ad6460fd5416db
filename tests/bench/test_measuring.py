"""What is measured is the command, and what is told of it is what was measured."""

import subprocess
import sys
from io import StringIO

import pytest
from rich.console import Console

from graders.bench import tables
from graders.bench.contestants import Contestant, race
from graders.bench.plan import Burden, Plan
from graders.bench.stopwatch import MIB, Lap, timed
from graders.errors import MachineFault

HOLDS = "import time; held = bytearray({}); time.sleep(3)"


def python(source):
    return subprocess.Popen(
        [sys.executable, "-c", source],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_lap_has_the_time_and_the_memory_of_its_largest_process():
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{HOLDS}'])"
    small, large = (timed(lambda n=n: python(parent.format(n * MIB))) for n in (1, 200))

    assert small.seconds >= 1
    assert large.mib - small.mib > 150


def test_a_command_that_fails_is_not_measured():
    with pytest.raises(MachineFault, match=r"(?s)import nothing` failed: .*No module named"):
        timed(lambda: python("import nothing"))


class Course:
    """Stands in for a classroom, and remembers what it was called with."""

    def __init__(self):
        self.heard = []

    def forget(self):
        self.heard.append("forget")

    def run(self, *words):
        self.heard.append(words)

    def call(self, *words):
        self.heard.append(words)
        return python("")


def test_all_run_in_turns_for_a_student_per_worker_and_for_all_each_time_from_the_start():
    course = Course()
    contestants = [
        Contestant("a", course, ("a",), workers=2),
        Contestant("b", course, ("b",), ("before b",)),
    ]

    race(contestants, runs=2)

    one, two = ("--student", "student00000"), ("--student", "student00000", "student00001")
    each = ["forget", ("a", *two), "forget", ("a",)]
    each += ["forget", ("before b", *one), ("b", *one), "forget", ("before b",), ("b",)]
    assert course.heard == each * 2
    assert [len(contestant.whole) for contestant in contestants] == [2, 2]


def measured(name, first, whole, workers=1):
    contestant = Contestant(name, None, (), workers=workers)
    contestant.first, contestant.whole = ([Lap(s, 100.0) for s in laps] for laps in (first, whole))
    return contestant


def test_what_starting_takes_is_told_apart_from_what_each_submission_takes():
    stock = measured("stock", [3.0, 3.0, 3.0], [21.0, 23.0, 25.0])
    ours = measured("ours", [4.0, 5.0, 6.0], [6.0, 6.0, 8.0])
    two = measured("two", [4.0, 5.0, 6.0], [4.9, 5.9, 6.9], workers=2)
    said = StringIO()

    Console(file=said, width=100).print(tables.of_race("Grading", [stock, ours, two], 11))

    rows = [line.split() for line in said.getvalue().splitlines() if "100" in line]
    assert rows == [
        ["stock", "3.0", "2000", "1800…2200", "0.50", "1.0", "100"],
        ["ours", "5.0", "200", "100…200", "5.00", "10.0", "100"],
        ["two", "5.0", "100", "100…100", "10.00", "20.0", "100"],
    ]


def test_a_plan_takes_as_long_as_the_slower_of_graders_and_keeper():
    burden = Burden(script_bytes=50 << 10, marked_bytes=250 << 10, handout_bytes=1 << 20)
    few, many = (Plan(100_000, cores, 0.9, 1000.0, burden) for cores in (10, 5000))

    assert few.core_hours == many.core_hours == pytest.approx(25.0)
    assert few.hours == pytest.approx(2.5)
    assert many.hours == many.keeping_hours == pytest.approx(100 / 3600)
    assert few.most_cores == 900
    assert few.gib == pytest.approx(100_000 * 300 / (1 << 20) + 10 / (1 << 10))
    assert few.mib_per_second == pytest.approx(few.gib * 1024 / 9000)
    assert few.lines()[0] == "100,000 submissions on 10 cores: 2.5 hours"
    assert many.lines()[0] == "100,000 submissions on 5,000 cores: 1.7 minutes"
