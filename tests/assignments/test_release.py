"""What students get: made by nbgrader itself, free of answers, and helpful from its first run."""

import ast
import re
from functools import cache

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from graders.examination import examine
from graders.plugin import set_papers
from graders.results import Verdict
from graders.sandbox.student import Student
from tests.conftest import ASSIGNMENTS, ROOT

SECRETS = ("SOLUTION", "HIDDEN TESTS", "MARK SCHEME")


@cache
def solved(assignment):
    """The cells of the instructor's version."""
    source = ROOT / "assignments" / assignment / f"{assignment}.ipynb"
    return nbformat.read(source, as_version=4).cells


def questions(assignment):
    names = [cell.id for cell in solved(assignment)]
    return [name.removeprefix("test_") for name in names if name.startswith("test_")]


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def assignment(request):
    """Each assignment in turn."""
    return request.param


@pytest.fixture(scope="module")
def release(new_classroom, assignment):
    """The file that nbgrader makes for students, in a folder of its own."""
    return new_classroom(assignment).release()


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


def test_the_release_is_the_notebook_and_nothing_else(release, assignment):
    assert [path.name for path in release.parent.iterdir()] == [f"{assignment}.ipynb"]


def test_the_release_has_every_cell_and_no_output(cells, assignment):
    assert [*cells] == [cell.id for cell in solved(assignment)]
    assert [name for name, cell in cells.items() if cell.get("outputs")] == []


@pytest.mark.parametrize("secret", SECRETS)
def test_no_line_of_a_secret_region_is_released(cells, assignment, secret):
    begin, end = rf"[#=]+ BEGIN {secret}.*", rf"[#=]+ END {secret}"
    sources = "\0".join(cell.source for cell in solved(assignment))
    regions = re.findall(rf"{begin}\n([^\0]*?){end}", sources)

    assert regions
    assert lines_of("\n".join(regions)) & all_lines(cells) == set()


def test_no_mark_of_a_secret_region_is_released(release):
    assert re.findall(rf"BEGIN|END|{'|'.join(SECRETS)}", release.read_text()) == []


def test_no_line_of_the_reference_is_released(cells, assignment):
    answers = (ROOT / "reference" / f"{assignment}.py").read_text()

    assert lines_of(answers) & all_lines(cells) == set()


def test_every_stub_raises_not_implemented_error(cells, assignment):
    for question in questions(assignment):
        namespace = {"np": np}
        exec(cells[question].source, namespace)
        (function,) = ast.parse(cells[question].source).body

        with pytest.raises(NotImplementedError):
            namespace[question](*function.args.args)


def test_every_derivation_has_a_place_to_write(cells):
    answers = [cell.source for name, cell in cells.items() if name.startswith("derive_")]

    assert answers
    assert [text for text in answers if not text.endswith("\n*Write your answer here.*")] == []


def test_a_visible_check_fails_with_one_line_that_names_the_function(outputs, assignment):
    for question in questions(assignment):
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


def test_cells_to_try_things_show_something_and_say_what_is_missing(cells, outputs, assignment):
    for name in (name for name in cells if name.startswith(("try-", "plot-"))):
        missing = set(re.findall(r"(\w+) is not written yet", said(outputs[name])))
        asked = {q for q in questions(assignment) if re.search(rf"\b{q}\b", cells[name].source)}

        assert missing <= asked, name
        assert bool(missing) == bool(asked), name
        assert said(outputs[name]) or name.startswith("plot-"), name


def test_there_is_a_plot_even_if_nothing_is_written_yet(outputs):
    plots = [shown for name, shown in outputs.items() if name.startswith("plot-")]

    assert plots
    assert [shown[0].output_type for shown in plots] == ["display_data"] * len(plots)


def test_the_instructors_solutions_earn_every_criterion(zygote, assignment):
    sources = [
        cell.source
        for cell in solved(assignment)
        if cell.cell_type == "code" and not cell.id.startswith(("test_", "try-", "plot-"))
    ]
    with Student(zygote, sources) as instructor:
        papers = set_papers(questions(assignment), assignment, b"key", "instructor")
        found = examine(papers, instructor)

    criteria = [(q, criterion) for q, judged in found.items() for criterion in judged]
    assert [(q, c.name, c.problem) for q, c in criteria if c.verdict is not Verdict.PASSED] == []
