"""A course whose students have handed in, graded by either command, and all that it then knows."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import nbformat
from nbgrader.api import Base, Gradebook
from sqlalchemy import inspect, select

from graders.classroom.desk import Desk
from graders.results import Results

ASSIGNMENT = "rnn_gradients"
NOTEBOOK = f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb"
NAMED = {
    "assignment": ("name",),
    "notebook": ("name",),
    "base_cell": ("type", "name"),
    "submitted_assignment": ("student_id",),
    "submitted_notebook": ("assignment_id",),
}
"""The tables whose rows have names, and what these are; the last one's is another row's."""


class Class:
    """A course, and the two ways to grade it."""

    def __init__(self, classroom):
        self.classroom, self.root = classroom, classroom.root
        self.db_url = classroom.db_url or f"sqlite:///{self.root / 'course/gradebook.db'}"
        self.solved = nbformat.read(self.root / "assignments" / NOTEBOOK, as_version=4)
        (self.root / "course/key").write_text("the same in all courses")

    @classmethod
    def copied(cls, classroom):
        """A course like another one, in a folder of its own beside it."""
        root = classroom.root.with_name(f"{classroom.root.name}-{uuid4().hex}")
        shutil.copytree(classroom.root, root)
        return cls(type(classroom)(root))

    def hand_in(self, student, work=Desk.save, time="2026-11-20 12:00:00 UTC"):
        folder = self.classroom.folder(student)
        shutil.copy(self.classroom.release(), folder)
        desk = Desk(folder, self.solved)
        work(desk)
        if time:
            (folder / "timestamp.txt").write_text(time)
        return folder

    def grade(self, *words):
        """`unrolled grade`, as an instructor calls it."""
        return self.call("unrolled", "grade", ASSIGNMENT, "--jobs", "2", *words)

    def autograde(self, *words):
        """`nbgrader autograde`, as an instructor calls it."""
        return self.call("nbgrader", "autograde", ASSIGNMENT, *words)

    def call(self, program, *words):
        with self.calling(program, *words) as run:
            said, complained = run.communicate()
        assert run.returncode == 0, complained + said
        return said + complained

    def calling(self, program, *words):
        return subprocess.Popen(
            [Path(sys.executable).parent / program, *words],
            cwd=self.root,
            env=os.environ | {"HOME": str(self.root)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def gradebook(self):
        return Gradebook(self.db_url, "unrolled")

    def kept(self):
        """All that the course knows of its submissions, but for ids and times of grading."""
        with closing(self.gradebook()) as gradebook:
            rows = Counter(tables(gradebook))
        results = self.root / "course/results" / ASSIGNMENT
        told = {str(path): vars(Results.read(path)) | {"seconds": 0} for path in results.iterdir()}
        graded = {
            str(path): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
            for path in (self.root / "course/autograded").rglob("*")
        }
        found = dict(rows) | told | graded
        return {name.replace(str(self.root), ""): content for name, content in found.items()}


def differences(one, other):
    """What is not the same in two courses, by its name."""
    return sorted(name for name in one | other if one.get(name) != other.get(name))


def tables(gradebook):
    """The rows of all tables; an id, which is random, is known by what has it."""
    known = Base.metadata.tables
    assert {*inspect(gradebook.engine).get_table_names()} == {*known, "alembic_version"}
    rows = {name: gradebook.db.execute(select(known[name])).mappings().all() for name in known}
    names = {}
    for table, columns in NAMED.items():
        for row in rows[table]:
            words = (str(names.get(row[column], row[column])) for column in columns)
            names[row["id"]] = " ".join([table, *words])
    for table in sorted(known):
        for row in rows[table]:
            shown = {column: names.get(value, value) for column, value in row.items()}
            if table in ("comment", "grade", "source_cell"):
                del shown["id"]
            yield f"{table} {sorted(shown.items(), key=str)}"
