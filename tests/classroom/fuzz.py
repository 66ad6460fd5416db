"""Notebooks mangled at random, as many as wanted: no answer is missed, and no thought is lost.

    python -m tests.classroom.fuzz 3000        the rescue of the notebooks 0 to 2999
    python -m tests.classroom.fuzz 3000 7000   those from 7000 on
    python -m tests.classroom.fuzz graded 40   the whole of nbgrader's autograde on 0 to 39

Of each notebook that fails, the few steps that it takes are said.
"""

import json
import random
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat

from graders.classroom import rescue
from graders.classroom.desk import Desk
from graders.classroom.engine import own_cells
from tests.classroom.mangled_files import NAME, some_changes, written
from tests.classroom.mangler import THOUGHT, mangled, some_steps
from tests.classroom.oracle import right_for_the_student, right_in
from tests.conftest import ASSIGNMENT, ROOT, Classroom


@dataclass(frozen=True)
class Case:
    """What is done to one notebook, to its file and to its folder."""

    seed: int
    steps: list
    changes: list

    @classmethod
    def of(cls, seed):
        """The case with a number, always the same."""
        rng = random.Random(seed)
        return cls(seed, some_steps(rng), some_changes(rng))

    def smaller(self):
        """The cases with one thing less done."""
        for k in range(len(self.steps)):
            yield replace(self, steps=self.steps[:k] + self.steps[k + 1 :])
        for k in range(len(self.changes)):
            yield replace(self, changes=self.changes[:k] + self.changes[k + 1 :])

    def __str__(self):
        done = [f"{step.__name__}:{seed}" for step, seed in [*self.steps, *self.changes]]
        return f"{self.seed}: {', '.join(done) or 'nothing but how it is written'}"


class Bench:
    """An assignment, a student's right answers to it, and what comes of both when it is mangled."""

    def __init__(self, release, solved):
        desk = Desk(release.parent, solved)
        self._release = desk.notebook
        self._cells = json.loads(json.dumps(desk.notebook.cells))
        about = {cell["id"]: cell["metadata"].get("nbgrader", {}) for cell in self._cells}
        self._answers = {name: desk.solution(name) for name in about if about[name].get("solution")}
        code = [cell for cell in self._cells if cell["cell_type"] == "code"]
        self._given = [cell["source"] for cell in code if cell["id"].startswith("given_")]
        self._skipped = [cell["source"] for cell in code if not about[cell["id"]]]
        self._asked = [name for name in about if about[name]]

    def hand_in(self, case, folder):
        """Write the mangled notebook into a folder; what is known of it."""
        work = mangled(self._cells, self._answers, case.steps)
        written(work, folder, random.Random(case.seed), case.changes)
        return work

    def right(self, work):
        """The functions that have to be found right in a mangled notebook."""
        return right_for_the_student(work, self._given)

    def check(self, case):
        """Have a notebook rescued and see what came of it; how many right answers were found."""
        with tempfile.TemporaryDirectory() as folder:
            work = self.hand_in(case, Path(folder) / "hw")
            found = rescue.find(Path(folder) / "hw", NAME)
        notebook, repairs = rescue.restore(found, self._release)

        nbformat.validate(notebook)
        nbformat.writes(notebook).encode()
        names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
        assert list(filter(None, names)) == self._asked
        assert [line for line in repairs if "\n" in line or not line.endswith(".")] == []
        claimed = [cell.name for cell in found.cells if cell.name in self._asked]
        assert repairs or claimed == self._asked, "a repair is not told"
        sources = "\n".join(cell.source for cell in notebook.cells)
        thoughts = {
            thought for piece in self._kept(work) for thought in THOUGHT.findall(piece.text)
        }
        assert thoughts - set(THOUGHT.findall(sources)) == set(), "thoughts are lost"
        right = self.right(work)
        own = [cell.source for cell in own_cells(notebook) if cell.source not in self._skipped]
        assert right - right_in(own) == set(), f"answers are missed; {repairs}"
        return len(right)

    def missed_without_rescue(self, case, folder):
        """The right answers that would be missed if cells were run as they were handed in."""
        right = self.right(self.hand_in(case, folder))
        code = [cell for cell in rescue.find(folder, NAME).cells if cell.kind == "code"]
        return right - right_in(cell.source for cell in code if cell.source not in self._skipped)

    def _kept(self, work):
        """The pieces in which no thought may be lost: all but code of the assignment, changed."""
        locked = {cell["id"]: cell["source"] for cell in self._cells}
        for piece in work.pieces():
            given = locked.get(piece.name, "") if piece.name.startswith(("test_", "given_")) else ""
            if not piece.spoiled and (piece.kind != "code" or given in piece.text):
                yield piece

    def fault(self, case):
        """What is wrong with what came of a notebook; an empty text if nothing is."""
        try:
            self.check(case)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""

    def shrunk(self, case):
        """The same fault in a notebook to which as little as possible was done."""
        kind = self.fault(case).partition(":")[0]
        for smaller in case.smaller():
            if self.fault(smaller).partition(":")[0] == kind:
                return self.shrunk(smaller)
        return case


def bench_of(classroom):
    """The bench for a course's assignment."""
    source = classroom.root / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return Bench(classroom.release(), nbformat.read(source, as_version=4))


def graded(classroom, seeds):
    """Have nbgrader grade mangled notebooks; what it said, and whose answers are right."""
    bench, right = bench_of(classroom), {}
    for seed in seeds:
        student = f"student {seed}"
        right[student] = bench.right(bench.hand_in(Case.of(seed), classroom.folder(student)))
    return classroom.nbgrader("autograde", ASSIGNMENT, check=False), right


def unpaid(classroom, right):
    """The right answers that did not earn full marks, by student."""
    for student, names in right.items():
        questions = {question.name: question for question in classroom.results(student).questions}
        missed = [n for n in names if questions[n].score < questions[n].max_score]
        if missed:
            yield student, missed


def main(count, first=0):
    """Mangle notebooks; say which fail."""
    bench, found, failed = bench_of(_new_classroom()), 0, 0
    for seed in range(int(first), int(first) + int(count)):
        case = Case.of(seed)
        if fault := bench.fault(case):
            failed += 1
            case = bench.shrunk(case)
            print(case, bench.fault(case) or fault, sep="\n    ")
        else:
            found += bench.check(case)
    print(f"{count} notebooks, {failed} of them failed; {found} right answers were found.")


def main_graded(count):
    """Have mangled notebooks graded; say which right answers were not paid."""
    classroom = _new_classroom()
    done, right = graded(classroom, range(int(count)))
    print(done.stderr[-2000:])
    for student, missed in unpaid(classroom, right):
        print(student, "was not paid for", missed, Case.of(int(student.split()[1])))
    total = sum(map(len, right.values()))
    print(f"{count} graded, exit status {done.returncode}; {total} answers are right.")


def _new_classroom():
    root = Path(tempfile.mkdtemp(prefix="fuzz-"))
    shutil.copytree(ROOT / "assignments", root / "assignments")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    classroom = Classroom(root)
    classroom.nbgrader("generate_assignment", ASSIGNMENT)
    return classroom


if __name__ == "__main__":
    main_graded(*sys.argv[2:]) if sys.argv[1] == "graded" else main(*sys.argv[1:])
