"""Workers of a Dask cluster: other machines that mark scripts as processes of this one do.

They need a network to the scheduler and the kit, and no folder of the course. Pickles cross that
network in both directions, and the course's key is in one: it has to be trusted, or encrypted.
"""

import asyncio
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Self
from uuid import uuid4

from distributed import (
    Client,
    KilledWorker,
    Scheduler,
    Security,
    Worker,
    WorkerPlugin,
    get_worker,
)
from distributed.comm import connect

from graders.classroom.edition import LOADED, differences, edition
from graders.classroom.terminal import log_visibly
from graders.errors import MachineFault, UnrolledError
from graders.sandbox.confinement import check_machine

PATIENCE_SECONDS = 5
"""How long a scheduler may take to answer before it counts as absent."""


@dataclass(frozen=True)
class Terms:
    """On what terms a worker may mark: it is asked before all work, and whenever one joins."""

    edition: dict[str, str]
    confined: bool

    def objection(self, worker: Worker | Scheduler) -> str:
        """What speaks against a worker, in a sentence about it; "" if nothing does."""
        if changed := differences(edition(), LOADED):
            return f"since it was started, it got {changed}: start it again"
        if differs := differences(LOADED, self.edition):
            return (
                f"it has {differs}: scores depend on that; install there what is installed here, "
                "and start it again"
            )
        return self._of_machine(worker) if isinstance(worker, Worker) else ""

    def _of_machine(self, worker: Worker) -> str:
        if worker.state.nthreads != 1:
            return (
                f"it has {worker.state.nthreads} threads, but only one submission at a time can "
                "be graded in a process: start it with --nthreads 1, and --nworkers for more"
            )
        try:
            if self.confined:
                check_machine()
        except MachineFault as fault:
            return str(fault)
        return ""


class Cluster:
    """The workers of a Dask scheduler, as a crew."""

    def __init__(self, address: str, *, confined: bool = True) -> None:
        """Raise MachineFault if nobody is there, or somebody who must not mark."""
        self.address = address
        self._terms = Terms(LOADED, confined)
        self._client = _connected(address)
        self._shared: dict[str, Callable] = {}
        try:
            self._inspect()
        except BaseException:
            self.close()
            raise

    @property
    def jobs(self) -> int:
        """How many workers there are: more when some have joined; one, if they are to come back."""
        with self._reached():
            return max(1, len(self._client.nthreads()))

    def start(self, jobs: int) -> Executor:
        """All workers, however few are asked for: idle ones do no harm."""
        return Colleagues(self, self._client.get_executor(pure=False))

    def share(self, call: Callable) -> str:
        """Give a call to every worker, those who join later too, once; the answer is its name."""
        for name, known in self._shared.items():
            if known == call:
                return name
        name = f"unrolled-{uuid4().hex}"
        self._shared[name] = call  # first of all, so that it is taken back whatever comes
        with self._reached():
            self._client.register_plugin(Shared(call, self._terms), name)
        return name

    def close(self) -> None:
        """Leave the cluster as it was found."""
        with suppress(OSError):
            for name in self._shared:
                self._client.unregister_worker_plugin(name)
        self._client.close(PATIENCE_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _inspect(self) -> None:
        """Nothing, if the scheduler and all its workers accept the terms."""
        with self._reached():
            told = self._client.run(_objection, self._terms, on_error="return")
        if not told:
            raise MachineFault(
                f"no worker has joined the scheduler at {self.address}: start one with "
                f"`dask worker {self.address} --nworkers -1 --nthreads 1`"
            )
        for address, objection in sorted(told.items()):
            if objection:
                raise _refusal(f"the worker {address}", objection)
        try:
            objection = self._client.run_on_scheduler(_objection_to_scheduler, self._terms)
        except Exception as error:  # whatever it is, it is the scheduler's
            objection = error
        if objection:
            raise _refusal(f"the scheduler {self.address}", objection)

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise MachineFault(_gone(self.address)) from error


class Colleagues(Executor):
    """What workers do for us, by the interface of `concurrent.futures`.

    A future breaks, and no other, if its task has ended its worker more often than the scheduler
    allows (`allowed-failures`). A task whose worker dies before is given to another one.
    """

    def __init__(self, cluster: Cluster, executor: Executor) -> None:
        self._cluster, self._executor = cluster, executor

    def submit(self, call: Callable, /, *args: Any) -> Future:
        """Have a worker do it. The call goes to each worker once, the arguments with the task."""
        answer: Future = Future()
        asked = self._executor.submit(_do, self._cluster.share(call), *args)
        asked.add_done_callback(partial(_pass_on, answer, self._cluster.address))
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Want nothing more; what is begun, and wanted by nobody, is forgotten when it is done."""
        with suppress(OSError):
            self._executor.shutdown(wait and not cancel_futures)


class Shared(WorkerPlugin):
    """A call that all workers know; one who cannot accept the terms refuses to do it."""

    def __init__(self, call: Callable, terms: Terms) -> None:
        # Whoever has another edition may be unable to read it, and is to say so.
        self._pickled, self._terms = pickle.dumps(call), terms

    def setup(self, worker: Worker) -> None:
        """Get ready on a worker."""
        log_visibly()
        self._worker, self._objection = worker.address, self._terms.objection(worker)
        if not self._objection:
            self._call = pickle.loads(self._pickled)

    def do(self, *args: Any) -> Any:
        """The answer of the call. Raises MachineFault if this worker must not give one."""
        if self._objection:
            raise _refusal(f"the worker {self._worker}", self._objection)
        return self._call(*args)


def _do(name: str, *args: Any) -> Any:
    return get_worker().plugins[name].do(*args)


def _objection(terms: Terms, dask_worker: Worker) -> str:
    return terms.objection(dask_worker)


def _objection_to_scheduler(terms: Terms, dask_scheduler: Scheduler) -> str:
    return terms.objection(dask_scheduler)


def _refusal(who: str, objection: str | Exception) -> MachineFault:
    if isinstance(objection, Exception):
        objection = f"it cannot be asked for its edition ({objection}): is the kit installed there?"
    return MachineFault(f"{who} cannot be used: {objection}")


def _pass_on(answer: Future, address: str, asked: Future) -> None:
    """Let a future come as Dask's has, in our words for what went wrong."""
    if asked.cancelled():
        answer.set_exception(MachineFault(_gone(address)))
    elif (error := asked.exception()) is None:
        answer.set_result(asked.result())
    elif isinstance(error, KilledWorker):
        answer.set_exception(BrokenExecutor(str(error)))
    elif isinstance(error, UnrolledError):
        answer.set_exception(error)
    else:
        fault = MachineFault(f"the cluster at {address} failed: {type(error).__name__}: {error}")
        answer.set_exception(fault)


def _gone(address: str) -> str:
    return f"the scheduler at {address} is gone: what is left is graded by the next run"


def _connected(address: str) -> Client:
    try:
        asyncio.run(_knock(address))
        return Client(address, timeout=PATIENCE_SECONDS, set_as_default=False)
    except Exception as error:  # whoever listens there may speak anything
        words = str(error) or type(error).__name__
        raise MachineFault(
            f"there is no Dask scheduler at {address} ({words}): start one with `dask scheduler`, "
            "and give the address that it tells, such as tcp://10.0.0.1:8786"
        ) from error


async def _knock(address: str) -> None:
    """Nothing, if somebody answers who speaks as Dask does: a Client would wait for others long."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        arguments = Security().get_connection_args("client")
        answered = await connect(address, PATIENCE_SECONDS, **arguments)
        answered.abort()
