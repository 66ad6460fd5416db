"""Workers die, and everybody's work is marked: nobody waits for, or pays for, a neighbour."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor

from graders.classroom.handed_in import HandedIn
from graders.classroom.marking import Script
from graders.classroom.workers import AT_HAND, DIED, Workers


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


def scripts(*students):
    return (Script(student, HandedIn()) for student in students)


def test_everybody_is_marked_by_somebody_else():
    marked = dict(Workers(Marker(), 2).mark(scripts(*"abcdefgh")))

    assert sorted(marked) == [*"abcdefgh"]
    assert os.getpid() not in marked.values()


def test_a_script_that_ends_its_worker_is_given_up_and_no_other():
    marked = dict(Workers(Marker(), 2).mark(scripts("a", "b", "fatal", *"cdefgh")))

    assert marked.pop("fatal") == DIED
    assert sorted(marked) == [*"abcdefgh"]
    assert DIED not in marked.values()


def test_nobody_to_mark_is_no_fault():
    assert list(Workers(Marker(), 2).mark(scripts())) == []


def test_scripts_are_fetched_only_when_somebody_can_mark_them():
    fetched = []
    waiting = (fetched.append(script) or script for script in scripts(*"abcdefgh"))
    marked = Workers(Marker(), 1, ThreadPoolExecutor).mark(waiting)

    next(marked)

    assert len(fetched) == AT_HAND
    marked.close()


def test_whoever_stops_waits_for_nobody():
    marked = Workers(Marker(), 2).mark(scripts("quick", "endless", "endless"))
    next(marked)

    marked.close()

    assert multiprocessing.active_children() == []
