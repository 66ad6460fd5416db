"""Processes that mark scripts, and what is left of the work when one of them dies."""

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from itertools import islice

from graders.classroom.marking import Marked, Marker, Script
from graders.classroom.terminal import log_visibly

AT_HAND = 2
"""Scripts that are waiting or being marked, per worker: enough for none to be idle."""
DIED = "the process that graded it ended twice, and nobody else's work was at hand then"


def processes(jobs: int) -> Executor:
    """Processes on this machine. Ctrl-C is for their parent, which ends them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([Marker.__module__])
    return ProcessPoolExecutor(jobs, context, initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    log_visibly()


class Workers:
    """Whoever marks scripts side by side: processes of this machine, or any other executor's."""

    def __init__(
        self, marker: Marker, jobs: int, start: Callable[[int], Executor] = processes
    ) -> None:
        self._marker, self._jobs, self._start = marker, jobs, start

    def mark(self, scripts: Iterable[Script]) -> Iterator[Marked]:
        """Mark all scripts, in the order in which that is done.

        Scripts are asked for when there is somebody to mark them. When a worker dies, what was at
        hand is marked one by one, so that only the script that ends its worker again is given up.
        """
        waiting = iter(scripts)
        while suspects := (yield from self._until_one_dies(waiting)):
            yield from map(self._alone, suspects)

    def _until_one_dies(self, waiting: Iterator[Script]) -> Generator[Marked, None, list[Script]]:
        """Mark scripts; the answer is those that were at hand when a worker died."""
        with self._start(self._jobs) as executor:
            at_hand: dict[Future, Script] = {}
            try:
                while self._hand_out(waiting, at_hand, executor):
                    done, _ = wait(at_hand, return_when=FIRST_COMPLETED)
                    for future in done:
                        yield future.result()
                        del at_hand[future]
            except BrokenExecutor:
                return [*at_hand.values()]
            except BaseException:
                _end_processes()
                raise
        return []

    def _hand_out(
        self, waiting: Iterator[Script], at_hand: dict[Future, Script], executor: Executor
    ) -> bool:
        """Hand out as many scripts as may be at hand; whether there are any."""
        for script in islice(waiting, AT_HAND * self._jobs - len(at_hand)):
            at_hand[executor.submit(self._marker.mark, script)] = script
        return bool(at_hand)

    def _alone(self, script: Script) -> Marked:
        try:
            with self._start(1) as executor:
                return executor.submit(self._marker.mark, script).result()
        except BrokenExecutor:
            return self._marker.give_up(script, DIED)


def _end_processes() -> None:
    """End the workers in the middle of what they do: nothing of it has been kept anywhere."""
    for process in multiprocessing.active_children():
        process.terminate()
