"""A real Dask scheduler and real workers, one of which is killed in the middle."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import count, islice
from pathlib import Path

import nbformat
import psutil
import pytest
from distributed import Client

from graders.classroom.cluster import Cluster
from graders.classroom.workers import AT_HAND, DIED, Workers
from graders.errors import MachineFault
from tests.classroom.courses import ASSIGNMENT, Class, differences
from tests.classroom.test_workers import Marker, scripts

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 30
STUDENTS = ("ada", "ben", "cem")
ALLOWED_FAILURES = 1


def eventually(condition):
    """What a condition gives once it is true of a world that others move."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := condition()):
        assert time.monotonic() < deadline, "it never came true"
    return found


class Dask:
    """A scheduler on this machine, and workers that come and go."""

    def __init__(self, folder, path=ROOT):
        self._folder, self._started, self._nannies = folder, ExitStack(), set()
        self._scheduler, log = self._start("scheduler", "--port", "0", path=path)
        found = eventually(lambda: re.search(r"Scheduler at: +(\S+)", log.read_text()))
        self.address = found.group(1)
        self._client = self._started.enter_context(Client(self.address, set_as_default=False))

    def joins(self, *words, path=ROOT):
        """A worker that has joined, whose modules are looked for in `path` first."""
        name = f"worker {len(self._nannies)}"
        words = words or ("--nthreads", "1")
        nanny, _ = self._start("worker", self.address, "--name", name, *words, path=path)
        self._nannies.add(nanny.pid)
        eventually(lambda: name in self.workers())
        return nanny, name

    def workers(self):
        """The names of those who are there."""
        known = self._client.scheduler_info()["workers"]
        return [worker["name"] for worker in known.values()]

    def tasks(self):
        """How much the scheduler has to do."""
        return self._client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))

    def shared(self):
        """What runs have left with each worker."""

        def ours(dask_worker):
            return [name for name in dask_worker.plugins if name.startswith("unrolled")]

        return self._client.run(ours).values()

    def logs(self):
        """What scheduler and workers have said."""
        return [log.read_text() for log in self._folder.glob("*.log")]

    def marking(self):
        """The workers that have started to run student code."""
        found = []
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if "graders.sandbox.child" in process.cmdline():
                    worker = process.parent()
                    found += [worker] if worker.parent().pid in self._nannies else []
        return found

    @contextmanager
    def visited_by(self, *words, path=ROOT):
        """The time in which one more worker is there."""
        nanny, name = self.joins(*words, path=path)
        try:
            yield
        finally:
            nanny.terminate()
            eventually(lambda: name not in self.workers())

    def close(self):
        self._started.close()

    def end_scheduler(self):
        self._scheduler.kill()

    def _start(self, kind, *words, path=ROOT):
        log = self._folder / f"{kind}-{len(list(self._folder.iterdir()))}.log"
        settings = {
            "PYTHONPATH": str(path),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(ALLOWED_FAILURES),
            "DASK_TEMPORARY_DIRECTORY": str(self._folder / "scratch"),
        }
        with log.open("w") as said:
            started = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "dask",
                    kind,
                    "--host",
                    "127.0.0.1",
                    "--no-dashboard",
                    *words,
                ],
                cwd=self._folder,
                env=os.environ | settings,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self._started.callback(_end, started)
        return started, log


def _end(started):
    """End a scheduler, or a nanny and its worker."""
    with started:
        family = [*psutil.Process(started.pid).children(recursive=True)]
        started.kill()
        for process in family:
            process.kill()


@pytest.fixture(scope="module")
def new_dask(tmp_path_factory):
    """A function that starts a scheduler with so many workers."""
    with ExitStack() as started:

        def new_dask(workers, path=ROOT):
            dask = Dask(tmp_path_factory.mktemp("dask"), path)
            started.callback(dask.close)
            for _ in range(workers):
                dask.joins()
            return dask

        yield new_dask


@pytest.fixture(scope="module")
def dask(new_dask):
    """A scheduler with two workers."""
    return new_dask(2)


def calling(address):
    """Have a student's notebook call whoever listens at `address`."""
    host, port = address.removeprefix("tcp://").split(":")

    def work(desk):
        desk.answer_all()
        desk.add_cell(
            f"import socket\n"
            f"try: print('called', socket.create_connection(({host!r}, {port}), 1))\n"
            f"except OSError as error: print(type(error).__name__)"
        )
        desk.save()

    return work


def answering(desk):
    desk.answer_all()
    desk.save()


@pytest.fixture(scope="module")
def new_class(new_classroom, dask):
    """A function that makes a course; one of its students calls the scheduler, one a worker."""
    made = new_classroom()

    def new_class():
        course = Class.copied(made)
        for student in STUDENTS:
            course.hand_in(student, answering)
        course.hand_in("finn", calling(dask.address))
        (course.hand_in("gus") / f"{ASSIGNMENT}.ipynb").unlink()
        return course

    return new_class


@pytest.fixture(scope="module")
def by_processes(new_class):
    course = new_class()
    course.grade()
    return course


@pytest.fixture(scope="module")
def by_dask(new_class, dask):
    """A course that was graded by two workers, one of which was killed in the middle."""
    course = new_class()
    command = ("unrolled", "grade", ASSIGNMENT, "--dask", dask.address)
    with course.calling(*command) as run:
        eventually(dask.marking)[0].kill()
        said, complained = run.communicate()
    assert run.returncode == 0, said + complained
    return course


def test_workers_leave_behind_what_processes_do(by_dask, by_processes):
    assert differences(by_dask.kept(), by_processes.kept()) == []


def test_student_code_on_a_worker_cannot_call_the_scheduler(by_dask):
    assert "PermissionError" in printed(by_dask, "finn")


def printed(course, student):
    notebook = course.root / "course/autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    cells = nbformat.read(notebook, as_version=4).cells
    called = next(cell for cell in cells if "create_connection" in cell.source)
    return called.outputs[0].text


def test_no_log_of_a_worker_or_the_scheduler_has_the_key_of_the_course(dask, by_dask):
    key = (by_dask.root / "course/key").read_text()

    assert [log for log in dask.logs() if key in log] == []


class Counted(Marker):
    """A marker that counts how often it is sent."""

    def __init__(self):
        self.sent = 0

    def __reduce__(self):
        self.sent += 1
        return Marker, ()


def test_the_marker_is_sent_once_however_many_scripts_there_are_and_then_forgotten(dask):
    marker = Counted()
    with Cluster(dask.address) as cluster:
        assert len(list(Workers(marker, cluster).mark(scripts(*"abcdefgh")))) == 8
        assert [*map(len, dask.shared())] == [1, 1]

    assert marker.sent == 1
    assert [*map(len, dask.shared())] == [0, 0]


def test_a_script_that_ends_worker_after_worker_is_given_up_and_no_other(dask):
    with Cluster(dask.address) as cluster:
        marked = dict(Workers(Marker(), cluster).mark(scripts("a", "b", "fatal", *"cdefgh")))

    assert marked.pop("fatal") == DIED
    assert sorted(marked) == [*"abcdefgh"]
    assert DIED not in marked.values()


def test_scripts_are_fetched_only_when_somebody_can_mark_them(dask):
    eventually(lambda: len(dask.workers()) == 2)
    fetched = []
    waiting = (fetched.append(script) or script for script in scripts(*"abcdefghijkl"))
    with Cluster(dask.address) as cluster, closing(Workers(Marker(), cluster).mark(waiting)) as one:
        next(one)

        assert len(fetched) == AT_HAND * 2


def marking(cluster):
    """What a cluster has marked, of a class without end."""
    students = (f"student {n}" for n in count())
    endless = (script for student in students for script in scripts(student))
    return closing(Workers(Marker(), cluster).mark(endless))


def test_a_worker_that_joins_later_marks_as_well(dask):
    with Cluster(dask.address) as cluster, marking(cluster) as marked:
        others = {pid for _, pid in islice(marked, 10)}
        with dask.visited_by():
            assert cluster.jobs == 3
            assert any(pid not in others for _, pid in marked)


def test_a_worker_with_threads_is_refused(dask):
    with dask.visited_by("--nthreads", "2"):
        said = refusal(dask)

    assert re.search(r"the worker tcp://\S+ cannot be used: it has 2 threads", said)
    assert "start it with --nthreads 1" in said


def refusal(dask):
    with pytest.raises(MachineFault) as raised:
        Cluster(dask.address)
    return str(raised.value)


def edition(folder):
    """The kit once more, in a folder."""
    for package in ("graders", "reference"):
        shutil.copytree(ROOT / package, folder / package)
    return folder


def change(folder):
    """Let a grader differ by a comment."""
    with (folder / "graders/rnn_gradients/test_step_jacobian.py").open("a") as grader:
        grader.write("# kinder")


@pytest.fixture(scope="module")
def another_edition(tmp_path_factory):
    """A folder in which a grader differs."""
    folder = edition(tmp_path_factory.mktemp("another"))
    change(folder)
    return folder


def test_a_worker_with_another_edition_is_refused(dask, another_edition):
    with dask.visited_by(path=another_edition):
        said = refusal(dask)

    assert re.search(r"the worker tcp://\S+ cannot be used: it has another graders/rnn_grad", said)
    assert "install there what is installed here, and start it again" in said


def test_a_worker_with_another_edition_that_joins_later_marks_nothing(dask, another_edition):
    with Cluster(dask.address) as cluster, marking(cluster) as marked:
        next(marked)
        with (
            dask.visited_by(path=another_edition),
            pytest.raises(MachineFault, match="it has another graders/rnn_gradients/"),
        ):
            list(marked)


def test_a_worker_whose_files_have_changed_since_it_was_started_is_refused(dask, tmp_path):
    folder = edition(tmp_path)
    with dask.visited_by(path=folder):
        Cluster(dask.address).close()
        change(folder)
        said = refusal(dask)

    assert "since it was started, it got another graders/rnn_gradients/test_step_j" in said
    assert "start it again" in said


def without_the_kit(folder):
    """A folder that lets the kit seem absent."""
    (folder / "graders").mkdir()
    absent = "raise ModuleNotFoundError('No module named graders')"
    (folder / "graders/__init__.py").write_text(absent)
    return folder


def test_a_worker_without_the_kit_is_refused(dask, tmp_path):
    with dask.visited_by(path=without_the_kit(tmp_path)):
        said = refusal(dask)

    assert re.search(r"the worker tcp://\S+ cannot be used: it cannot be asked", said)
    assert "is the kit installed there?" in said


def test_a_worker_whose_machine_cannot_confine_student_code_is_refused(dask, tmp_path):
    for package in ("graders", "reference"):
        (tmp_path / package).symlink_to(ROOT / package)
    (tmp_path / "pyseccomp.py").write_text("raise RuntimeError('Unable to find libseccomp')")
    with dask.visited_by(path=tmp_path):
        said = refusal(dask)
        with Cluster(dask.address, confined=False):
            pass  # for a class that is trusted, it is good enough

    assert re.search(r"the worker tcp://\S+ cannot be used: libseccomp is not installed", said)


def test_a_scheduler_without_workers_is_refused(new_dask):
    assert "no worker has joined the scheduler at tcp://127.0.0.1:" in refusal(new_dask(0))


def test_a_scheduler_without_the_kit_is_refused(new_dask, tmp_path):
    said = refusal(new_dask(1, path=without_the_kit(tmp_path)))

    assert "the scheduler tcp://127.0.0.1:" in said
    assert "cannot be used: it cannot be asked for its edition (No module named graders)" in said


def test_what_else_goes_wrong_on_a_worker_is_told(dask):
    with Cluster(dask.address) as cluster, cluster.start(1) as executor:
        answer = executor.submit(divmod, 1, 0)

        with pytest.raises(MachineFault, match=r"the cluster at \S+ failed: ZeroDivisionError: "):
            answer.result()


def test_a_scheduler_that_goes_away_is_told(new_dask):
    dask = new_dask(1)
    with Cluster(dask.address) as cluster:
        marked = Workers(Marker(), cluster).mark(scripts("quick", "endless", "endless"))
        next(marked)
        dask.end_scheduler()

        with pytest.raises(MachineFault, match="is gone: what is left is graded by the next run"):
            next(marked)


def test_ctrl_c_leaves_nothing_for_workers_to_do_and_the_next_run_goes_on(
    new_class, dask, by_processes
):
    course = new_class()
    command = ("unrolled", "grade", ASSIGNMENT, "--dask", dask.address)
    with course.calling(*command) as run:
        eventually(dask.tasks)
        os.killpg(run.pid, signal.SIGINT)
        said, complained = run.communicate()

    assert run.returncode == 130
    assert "Traceback" not in said + complained
    eventually(lambda: not dask.tasks())
    course.call(*command)
    assert differences(course.kept(), by_processes.kept()) == []


def told(course, *words):
    with course.calling(*words) as run:
        _, complained = run.communicate()
    assert run.returncode == 1
    return complained


def test_an_address_where_no_scheduler_is_is_told(new_class):
    said = told(new_class(), "unrolled", "grade", ASSIGNMENT, "--dask", "127.0.0.1:1")

    assert "there is no Dask scheduler at 127.0.0.1:1 (" in said
    assert "Traceback" not in said


def test_whoever_listens_there_and_is_no_scheduler_is_told():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = "{}:{}".format(*silent.getsockname())

        with pytest.raises(MachineFault, match=f"there is no Dask scheduler at {address}"):
            Cluster(address)


def test_an_address_that_is_none_is_told():
    with pytest.raises(MachineFault, match=r"at nowhere \(missing port number"):
        Cluster("nowhere")


WITHOUT_DASK = """
import sys
sys.modules["distributed"] = None
from graders.cli import main
sys.exit(main(["grade", "rnn_gradients", "--dask", "tcp://127.0.0.1:8786"]))
"""


def test_whoever_lacks_dask_is_told_how_to_install_it(new_class):
    said = told(new_class(), "python", "-c", WITHOUT_DASK)

    assert "pip install 'unrolled[dask]'" in said
