"""Whoever marks scripts side by side, and what is left of the work when one of them dies."""

import gc
import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from itertools import islice
from typing import Protocol

from graders.classroom.marking import Marked, Marker, Script
from graders.classroom.terminal import log_visibly
from graders.errors import AuthorFault
from graders.sandbox.confinement import check_machine

AT_HAND = 2
"""Scripts that are waiting or being marked, per worker: enough for none to be idle."""
DIED = "the process that graded it ended twice, and nobody else's work was at hand then"


class Crew(Protocol):
    """Those who mark: processes of this machine, or any other executor's workers."""

    @property
    def jobs(self) -> int:
        """How many scripts they can mark at once, now."""

    def start(self, jobs: int) -> Executor:
        """Have so many of them ready. A future of theirs may break alone, or all of them do."""


class Processes:
    """Processes on this machine. Ctrl-C is for their parent, which ends them."""

    def __init__(self, jobs: int, *, confined: bool = True, needs: str = Marker.__module__) -> None:
        """Raise AuthorFault without a process, MachineFault if this kernel cannot confine one.

        `needs` is the module that their work is in: it is imported once for all of them.
        """
        if jobs < 1:
            raise AuthorFault(f"got --jobs {jobs}, but at least one process is needed to grade")
        if confined:
            check_machine()
        self.jobs, self._needs = jobs, needs

    def start(self, jobs: int) -> Executor:
        """New processes, whatever became of others."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([self._needs])
        return ProcessPoolExecutor(jobs, context, initializer=_begin)


def _begin() -> None:
    gc.freeze()  # garbage is not looked for in what was imported, again and again
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    log_visibly()


class Workers:
    """Has a crew mark scripts, and keeps them busy until all are marked."""

    def __init__(self, marker: Marker, crew: Crew) -> None:
        self._marker, self._crew = marker, crew

    def mark(self, scripts: Iterable[Script]) -> Iterator[Marked]:
        """Mark all scripts, in the order in which that is done.

        Scripts are asked for when there is somebody to mark them. When a worker dies, what was at
        hand is marked one by one, so that only the script that ends its worker again is given up.
        """
        waiting = iter(scripts)
        while lost := (yield from self._until_one_dies(waiting, self._crew.jobs)):
            for script in lost:
                if (yield from self._until_one_dies(iter([script]), 1)):
                    yield self._marker.give_up(script, DIED)

    def _until_one_dies(
        self, waiting: Iterator[Script], jobs: int
    ) -> Generator[Marked, None, list[Script]]:
        """Mark scripts; the answer is those that were lost with a worker that died."""
        lost: list[Script] = []
        with self._crew.start(jobs) as executor:
            at_hand: dict[Future, Script] = {}
            try:
                while self._hand_out(iter(()) if lost else waiting, at_hand, executor):
                    done, _ = wait(at_hand, return_when=FIRST_COMPLETED)
                    for future in done:
                        script = at_hand.pop(future)
                        if isinstance(future.exception(), BrokenExecutor):
                            lost.append(script)
                        else:
                            yield future.result()
            except BaseException:
                _end_processes()
                executor.shutdown(cancel_futures=True)
                raise
        return lost

    def _hand_out(
        self, waiting: Iterator[Script], at_hand: dict[Future, Script], executor: Executor
    ) -> bool:
        """Hand out as many scripts as may be at hand; whether there are any."""
        for script in islice(waiting, max(0, AT_HAND * self._crew.jobs - len(at_hand))):
            at_hand[self._ask(executor, script)] = script
        return bool(at_hand)

    def _ask(self, executor: Executor, script: Script) -> Future:
        try:
            return executor.submit(self._marker.mark, script)
        except BrokenExecutor as error:  # a worker has died while we were at something else
            broken: Future = Future()
            broken.set_exception(error)
            return broken


def _end_processes() -> None:
    """End the workers in the middle of what they do: nothing of it has been kept anywhere."""
    for process in multiprocessing.active_children():
        process.terminate()
