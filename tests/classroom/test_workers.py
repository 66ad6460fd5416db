"""Workers die, and everybody's work is marked: nobody waits for, or pays for, a neighbour."""

import multiprocessing
import os
import signal
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from functools import partial

from graders.classroom.handed_in import HandedIn
from graders.classroom.marking import Script
from graders.classroom.workers import AT_HAND, DIED, Processes, Workers


class Marker:
    """Somebody who marks at once; one student's script kills them, another's never ends."""

    def mark(self, script):
        if script.student == "fatal":
            os.kill(os.getpid(), signal.SIGKILL)
        if script.student == "endless":
            signal.pause()
        return script.student, os.getpid()

    def give_up(self, script, reason):
        return script.student, reason


class Threads:
    """A crew of one thread."""

    jobs = 1

    def start(self, jobs):
        return ThreadPoolExecutor(jobs)


class Unlucky(Threads):
    """A crew whose worker dies once, and is found dead when it is given the third script."""

    def __init__(self):
        self.asked = 0

    def start(self, jobs):
        executor = super().start(jobs)
        executor.submit = partial(self.submit, executor.submit)
        return executor

    def submit(self, submit, *task):
        self.asked += 1
        if self.asked == 3:
            raise BrokenExecutor
        return submit(*task)


def scripts(*students):
    return (Script(student, HandedIn()) for student in students)


def test_everybody_is_marked_by_somebody_else():
    marked = dict(Workers(Marker(), Processes(2)).mark(scripts(*"abcdefgh")))

    assert sorted(marked) == [*"abcdefgh"]
    assert os.getpid() not in marked.values()


def test_a_script_that_ends_its_worker_is_given_up_and_no_other():
    marked = dict(Workers(Marker(), Processes(2)).mark(scripts("a", "b", "fatal", *"cdefgh")))

    assert marked.pop("fatal") == DIED
    assert sorted(marked) == [*"abcdefgh"]
    assert DIED not in marked.values()


def test_a_script_is_not_forgotten_that_was_for_a_worker_found_dead():
    marked = dict(Workers(Marker(), Unlucky()).mark(scripts(*"abcdefgh")))

    assert sorted(marked) == [*"abcdefgh"]


def test_nobody_to_mark_is_no_fault():
    assert list(Workers(Marker(), Processes(2)).mark(scripts())) == []


def test_scripts_are_fetched_only_when_somebody_can_mark_them():
    fetched = []
    waiting = (fetched.append(script) or script for script in scripts(*"abcdefgh"))
    marked = Workers(Marker(), Threads()).mark(waiting)

    next(marked)

    assert len(fetched) == AT_HAND
    marked.close()


def test_whoever_stops_waits_for_nobody():
    marked = Workers(Marker(), Processes(2)).mark(scripts("quick", "endless", "endless"))
    next(marked)

    marked.close()

    assert multiprocessing.active_children() == []
