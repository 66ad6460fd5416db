"""A small homework on three functions, and a desk at which it can be mangled."""

import copy
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from graders.classroom.handed_in import Cell, HandedIn
from graders.classroom.rescue import is_added, restore

FUNCTIONS = ("f", "g", "h")


def stub(name):
    return f"def {name}(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"


def answer(name, words="right"):
    return (
        f"import math\n\n@staticmethod\ndef {name}(x):\n"
        f'    """Doc\n\n    and more."""\n    y = "{name} is"\n    return f"{{y}} {words}"'
    )


def part(make, name, source, **about):
    about = {"grade_id": name, "locked": not about.get("solution"), "schema_version": 3} | about
    return make(source, id=name, metadata={"nbgrader": about})


def question(name):
    return [
        part(new_markdown_cell, f"prompt_{name}", f"Derive {name}.\n\nShow your work."),
        part(new_markdown_cell, f"derive_{name}", f"*On {name}:*\n\n…", solution=True, grade=True),
        new_markdown_cell(f"Now program {name}.", id=f"program-{name}"),
        part(new_code_cell, name, stub(name), solution=True, grade=False),
        part(new_code_cell, f"test_{name}", f"tried = '{name}'", grade=True, points=1),
    ]


TOOLS = part(new_code_cell, "given_tools", "import math\n\ndef tool(x):\n    return x")
RELEASE = new_notebook(cells=[new_markdown_cell("# Homework", id="title"), TOOLS])
RELEASE.cells += [*question("f"), *question("g"), new_code_cell("try_f = 1", id="try-f")]
RELEASE.cells += question("h")


class Homework:
    """A student's copy of the assignment, every function right, and what can be done to it."""

    release, stub, answer = RELEASE, staticmethod(stub), staticmethod(answer)

    def __init__(self):
        self.cells = []
        for cell in RELEASE.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            source = answer(name) if name in FUNCTIONS else cell.source
            self.cells.append(Cell(cell.cell_type, source, name))

    def __getitem__(self, name):
        return next(cell for cell in self.cells if cell.name == name)

    def add(self, source, before=None, kind="code", name=""):
        """Put a cell before the cell `before`, or at the end."""
        at = self.cells.index(self[before]) if before else len(self.cells)
        self.cells.insert(at, Cell(kind, source, name))

    def remove(self, *names):
        """Delete the cells with these names."""
        self.cells = [cell for cell in self.cells if cell.name not in names]

    def split(self, name, line, names):
        """Split the cell `name` before a line; the halves have these names."""
        at, lines = self.cells.index(self[name]), self[name].source.split("\n")
        halves = "\n".join(lines[:line]), "\n".join(lines[line:])
        self.cells[at : at + 1] = [Cell("code", *half) for half in zip(halves, names, strict=True)]

    def hand_in(self):
        """What becomes of it: `notes`, `ids` and `cells`, the student's `own`, the `answers`."""
        before = copy.deepcopy([vars(cell) for cell in self.cells])
        notebook, notes = restore(HandedIn(self.cells), RELEASE)
        nbformat.validate(notebook)
        nbformat.writes(notebook).encode()
        assert before == [vars(cell) for cell in self.cells], "what was handed in was changed"
        return SimpleNamespace(
            notes=notes,
            cells={cell.id: cell for cell in notebook.cells},
            ids=[cell.id for cell in notebook.cells],
            asked=[cell.id for cell in notebook.cells if "nbgrader" in cell.metadata],
            own=[cell.source for cell in notebook.cells if is_added(cell)],
            answers=answers_of(notebook),
        )


def answers_of(notebook):
    """What each function returns when the notebook has run as the sandbox runs it."""
    names = {}
    for cell in notebook.cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade"):
            try:
                exec(cell.source, names)
            except Exception as error:
                names["raised"] = repr(error)
    found = {}
    for name in FUNCTIONS:
        try:
            found[name] = str(names[name](0))
        except (KeyError, NotImplementedError):
            found[name] = f"{name} is missing"
    return " · ".join(found.values())


@pytest.fixture(scope="session")
def new_homework():
    """A function that makes a homework to be mangled."""
    return Homework


@pytest.fixture
def homework():
    """One homework to be mangled."""
    return Homework()
