"""What students get: made by nbgrader itself, free of answers, and helpful from its first run."""

import ast
import re
from pathlib import Path

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from graders.plugin import examine
from graders.results import Verdict
from graders.sandbox.student import Student

ROOT = Path(__file__).parent.parent.parent
ASSIGNMENT = "rnn_gradients"
SOLVED = nbformat.read(ROOT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)
SECRETS = ("SOLUTION", "HIDDEN TESTS", "MARK SCHEME")
QUESTIONS = [cell.id.removeprefix("test_") for cell in SOLVED.cells if cell.id.startswith("test_")]


@pytest.fixture(scope="module")
def release(new_classroom):
    """The file that nbgrader makes for students, in a folder of its own."""
    return new_classroom().release()


@pytest.fixture(scope="module")
def cells(release):
    """The cells that students get, by their ids."""
    return {cell.id: cell for cell in nbformat.read(release, as_version=4).cells}


@pytest.fixture(scope="module")
def outputs(release):
    """What the code cells put out when a student runs all of them before writing anything."""
    notebook = nbformat.read(release, as_version=4)
    ran = NotebookClient(notebook, timeout=60, allow_errors=True).execute()
    return {cell.id: cell.outputs for cell in ran.cells if cell.cell_type == "code"}


def lines_of(text):
    """The lines that are long enough to be told from those of another text."""
    return {line.strip() for line in text.splitlines() if len(line.strip()) > 20}


def all_lines(cells):
    return lines_of("\n".join(cell.source for cell in cells.values()))


def said(outputs):
    return "".join(output.get("text", "") for output in outputs)


def test_the_release_is_the_notebook_and_nothing_else(release):
    assert [path.name for path in release.parent.iterdir()] == [f"{ASSIGNMENT}.ipynb"]


def test_the_release_has_every_cell_and_no_output(cells):
    assert [*cells] == [cell.id for cell in SOLVED.cells]
    assert [name for name, cell in cells.items() if cell.get("outputs")] == []


@pytest.mark.parametrize("secret", SECRETS)
def test_no_line_of_a_secret_region_is_released(cells, secret):
    begin, end = rf"[#=]+ BEGIN {secret}.*", rf"[#=]+ END {secret}"
    regions = re.findall(rf"{begin}\n([^\0]*?){end}", "\0".join(c.source for c in SOLVED.cells))

    assert regions
    assert lines_of("\n".join(regions)) & all_lines(cells) == set()


def test_no_mark_of_a_secret_region_is_released(release):
    assert re.findall(rf"BEGIN|END|{'|'.join(SECRETS)}", release.read_text()) == []


def test_no_line_of_the_reference_is_released(cells):
    answers = (ROOT / "reference" / f"{ASSIGNMENT}.py").read_text()

    assert lines_of(answers) & all_lines(cells) == set()


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_stub_raises_not_implemented_error(cells, question):
    namespace = {"np": np}
    exec(cells[question].source, namespace)
    (function,) = ast.parse(cells[question].source).body

    with pytest.raises(NotImplementedError):
        namespace[question](*function.args.args)


def test_every_derivation_has_a_place_to_write(cells):
    answers = [cell.source for name, cell in cells.items() if name.startswith("derive_")]

    assert len(answers) == 6
    assert [text for text in answers if not text.endswith("\n*Write your answer here.*")] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_visible_check_fails_with_one_line_that_names_the_function(outputs, question):
    (output,) = outputs[f"test_{question}"]

    assert output["output_type"] == "error"
    assert output["traceback"] == [
        f"FAILED  {question} is not written yet: replace `raise NotImplementedError()` "
        "in the cell above with your code."
    ]


def test_cells_that_are_not_graded_break_nowhere(outputs):
    broken = {
        name: output["output_type"]
        for name, shown in outputs.items()
        for output in shown
        if output["output_type"] == "error" or output.get("name") == "stderr"
    }

    assert [name for name in broken if not name.startswith("test_")] == []


def test_cells_to_try_things_say_what_is_missing(outputs):
    trials = {name: shown for name, shown in outputs.items() if name.startswith(("try-", "plot-"))}
    missing = {name: re.findall(r"(\w+) is not written yet", said(o)) for name, o in trials.items()}

    assert missing == {
        "try-the-network": [],
        "try-the-chain": ["chain_rule_product"],
        "try-the-weights": ["weight_gradient"],
        "try-your-counterexample": ["step_jacobian"],
        "plot-the-gradients": ["step_jacobian", "chain_rule_product", "product_norm_bound"],
    }
    assert "hs has shape (5, 3)" in said(trials["try-the-network"])
    assert trials["plot-the-gradients"][0].output_type == "display_data"


def test_the_instructors_solutions_earn_every_criterion(zygote):
    sources = [
        cell.source
        for cell in SOLVED.cells
        if cell.cell_type == "code" and not cell.id.startswith(("test_", "try-", "plot-"))
    ]
    with Student(zygote, sources) as instructor:
        found = examine(QUESTIONS, ASSIGNMENT, instructor, b"key", "instructor")

    criteria = [(q, criterion) for q in QUESTIONS for criterion in found[q]]
    assert [(q, c.name, c.problem) for q, c in criteria if c.verdict is not Verdict.PASSED] == []
