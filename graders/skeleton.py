"""A new question: the files and cells in which its author then writes."""

import json
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from graders.errors import AuthorFault

REFERENCE = '''

def {question}({parameters}):
    """What it returns, with its shape.

    Raises ValueError for what.

    Source: which document, which equation.
    """
    raise NotImplementedError("{question} has no right answer yet")
'''
GRADER = '''"""Hidden grader of `{question}`: what it is (which document, which equation)."""

import numpy as np

from graders.draws import SEPARATING
from graders.plugin import criterion
from reference import {assignment} as reference


@criterion(points=1)
def test_values(exam):
    """Is right on random networks."""
    for rnn in exam.rnns(*SEPARATING, count=24):
        want = reference.{question}(rnn.W_hh)
        exam.ask(rnn.W_hh).equals(want, scale=np.abs(rnn.W_hh).max())
'''
KNOWN = '''"""Answers to `{question}({parameters})`: what the right one is."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Where to look, without the answer.",
    staff="What exactly is wrong.",
)
def name_of_the_mistake({parameters}):
    return np.zeros(1)


@variant("Why it is right, though it looks unlike the reference.")
def name_of_the_way({parameters}):
    raise NotImplementedError
'''
SOLUTION = '''def {question}({parameters}):
    """What it returns, with its shape.

    Raises:
        ValueError: for what.
    """
    ### BEGIN SOLUTION
    raise NotImplementedError("{question} has no right answer yet")
    ### END SOLUTION'''
CHECK = """# What students may see of the grading.
assert callable({question})

### BEGIN HIDDEN TESTS
import os
if os.environ.get("NBGRADER_EXECUTION") == "autograde":
    raise RuntimeError("test_{question} was not graded: Unrolled's step is missing from \
nbgrader's pipeline (see nbgrader_config.py)")
### END HIDDEN TESTS"""
HEADS = {
    "reference/{assignment}.py": (
        '"""The right answers of `{assignment}`."""\n\nimport numpy as np\n'
    ),
    "graders/{assignment}/__init__.py": '"""Hidden graders of `{assignment}`."""\n',
    "graders/misconceptions/{assignment}/__init__.py": (
        '"""Wrong and unusual answers to the questions of `{assignment}`."""\n'
    ),
}
"""What a new assignment begins with."""


def begin(
    root: Path, assignment: str, question: str, parameters: str, points: float
) -> Iterator[Path]:
    """Write the skeleton of a question into the project in `root`; tells every file it wrote.

    Raises AuthorFault if a name is none, or the question exists.
    """
    for name in (assignment, question):
        if not name.isidentifier() or iskeyword(name) or not name.islower():
            raise AuthorFault(
                f"{name!r} cannot be a name, but should be lower case words joined by underscores"
            )
    names = {"assignment": assignment, "question": question, "parameters": parameters}
    files = {
        root / f"graders/{assignment}/test_{question}.py": GRADER,
        root / f"graders/misconceptions/{assignment}/{question}.py": KNOWN,
    }
    for path in files:
        if path.exists():
            raise AuthorFault(f"{path} exists: choose another name, or go on with what is there")
    for path, head in HEADS.items():
        _begin_file(root / path.format(**names), head.format(**names))
    for path, text in files.items():
        path.write_text(text.format(**names), "utf-8")
        yield path
    reference = root / f"reference/{assignment}.py"
    reference.write_text(reference.read_text("utf-8") + REFERENCE.format(**names), "utf-8")
    yield reference
    yield _add_cells(root / f"assignments/{assignment}/{assignment}.ipynb", names, points)


def _begin_file(path: Path, head: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(head, "utf-8")


def _add_cells(path: Path, names: dict[str, str], points: float) -> Path:
    """Add the cells of a question at the end of a notebook, which is made if there is none."""
    notebook = nbformat.read(path, as_version=4) if path.exists() else _notebook(names)
    question = names["question"]
    solution = new_code_cell(SOLUTION.format(**names), id=question)
    solution.metadata.nbgrader = _about(question, solution=True, locked=False)
    check = new_code_cell(CHECK.format(**names), id=f"test_{question}")
    check.metadata.nbgrader = _about(f"test_{question}", grade=True, points=points)
    text = f"### {question.replace('_', ' ').capitalize()} ({points:g} points)"
    notebook.cells += [new_markdown_cell(text, id=f"prose_{question}"), solution, check]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def _about(grade_id: str, **other: object) -> dict[str, object]:
    """What nbgrader keeps of a cell."""
    usual = {"grade": False, "solution": False, "locked": True, "task": False}
    return usual | {"grade_id": grade_id, "schema_version": 3} | other


def _notebook(names: dict[str, str]) -> NotebookNode:
    notebook = new_notebook()
    notebook.metadata.kernelspec = {
        "name": "python3",
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
    }
    title = f"# {names['assignment'].replace('_', ' ').capitalize()}"
    imports = new_code_cell("import numpy as np", id="given_imports")
    imports.metadata.nbgrader = _about("given_imports")
    notebook.cells = [new_markdown_cell(title, id="title"), imports]
    return notebook
