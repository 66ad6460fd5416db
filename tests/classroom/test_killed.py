"""A grading run that is killed is started again, and ends where an undisturbed one would."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import nbformat
import psutil
import pytest

from graders.classroom.desk import Desk

ASSIGNMENT = "rnn_gradients"
NOTEBOOK = f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb"
STUDENTS = ("ada", "ben", "cem", "dora", "eve", "finn")
MOMENTS = ("Creating", "Sanitizing", "Converting", "Writing", "Autograding", "Setting")
"""How a line begins that a run says of a submission, stage by stage."""
PATIENCE_SECONDS = 30


@pytest.fixture(scope="module")
def new_class(new_classroom):
    """A function that makes a course in which six students have handed in."""

    def new_class():
        classroom = new_classroom()
        (classroom.root / "course/key").write_text("the same in all courses")
        (classroom.root / "tmp").mkdir()
        solved = nbformat.read(classroom.root / "assignments" / NOTEBOOK, as_version=4)
        for day, student in enumerate(STUDENTS, start=20):
            folder = classroom.folder(student)
            shutil.copy(classroom.release(), folder)
            desk = Desk(folder, solved)
            desk.answer_all(but=("step_jacobian",) * (day % 2))
            desk.save()
            (folder / "timestamp.txt").write_text(f"2026-11-{day} 12:00:00 UTC")
            (folder / "figure.txt").write_text(student)
        return classroom

    return new_class


@pytest.fixture(scope="module")
def undisturbed(new_class):
    classroom = new_class()
    with autograding(classroom) as run:
        run.communicate()
    return classroom


@contextlib.contextmanager
def autograding(classroom):
    """A run of `nbgrader autograde`; at the end its process group is killed."""
    environment = os.environ | {"HOME": str(classroom.root), "TMPDIR": str(classroom.root / "tmp")}
    command = [Path(sys.executable).parent / "nbgrader", "autograde", ASSIGNMENT]
    with subprocess.Popen(
        command,
        cwd=classroom.root,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        try:
            yield run
        finally:
            kill(run)


def kill(run):
    """End a run and its process group as if the machine had failed."""
    with contextlib.suppress(psutil.NoSuchProcess):
        started = psutil.Process(run.pid).children(recursive=True)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        _, left = psutil.wait_procs(started, timeout=PATIENCE_SECONDS)
        assert left == [], "a zygote or a student's process has outlived the run"


def kept(classroom):
    """All that a course knows of its submissions, but for what differs from run to run."""
    with contextlib.closing(sqlite3.connect(classroom.root / "course/gradebook.db")) as gradebook:
        yield from table_rows(gradebook)
    for student in STUDENTS:
        results = vars(classroom.results(student)) | {"seconds": 0}
        yield student, repr(results)
    for path in sorted((classroom.root / "course/autograded").rglob("*")):
        content = path.read_text() if path.is_file() else ""
        yield str(path.relative_to(classroom.root)), path.stat().st_mode, content


def table_rows(gradebook):
    """The rows of all tables; in the place of each id, which is random, what it stands for."""
    tables = [name for (name,) in gradebook.execute("SELECT name FROM sqlite_master")]
    for table in sorted(name for name in tables if not name.startswith("sqlite_")):
        try:
            found = gradebook.execute(f"SELECT * FROM {table}")
        except sqlite3.OperationalError:
            continue  # an index
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, row, strict=True)) for row in found]
        shown = [
            tuple((n, v) for n, v in row.items() if n != "id" and not n.endswith("_id"))
            for row in rows
        ]
        yield table, sorted(map(repr, shown))


def test_a_run_that_is_killed_again_and_again_ends_as_if_it_had_not_been(new_class, undisturbed):
    classroom = new_class()
    for moment in random.Random(1).sample(MOMENTS, len(MOMENTS)):
        with autograding(classroom) as run:
            while f"] {moment}" not in run.stderr.readline():
                assert run.poll() is None

    with autograding(classroom) as run:
        _, said = run.communicate()

    assert run.returncode == 0, said
    assert list(kept(classroom)) == list(kept(undisturbed))


def test_nothing_is_left_in_the_temporary_folder_by_a_run_that_is_killed(new_class):
    classroom = new_class()
    with autograding(classroom) as run:
        wait_for_student_code(run, classroom)

    assert list((classroom.root / "tmp").glob("unrolled-*")) == []


def test_a_zygote_that_is_killed_while_it_grades_costs_nobody_anything(new_class, undisturbed):
    classroom = new_class()
    with autograding(classroom) as run:
        wait_for_student_code(run, classroom)
        for process in psutil.Process(run.pid).children():
            process.kill()
        run.communicate()

    assert run.returncode == 0
    assert list(kept(classroom)) == list(kept(undisturbed))


def wait_for_student_code(run, classroom):
    """Read what the run says until a folder for a student's process is there."""
    while not list((classroom.root / "tmp").glob("unrolled-*/child-*")):
        assert run.poll() is None
