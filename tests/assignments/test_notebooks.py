"""Every assignment's notebook: one name for each question, and a solution that runs."""

import ast
import importlib
import inspect
import re
from functools import cache

import nbformat
import pytest
from nbclient import NotebookClient

import reference
from graders.examination import examine
from graders.plugin import set_papers
from graders.sandbox.student import Student
from tests.conftest import ASSIGNMENTS, ROOT

POINTS = {
    "gated_remedies": (68, 32),
    "lookback_window": (66, 34),
    "rnn_gradients": (64, 36),
    "spectral_analysis": (68, 32),
}
FAIL_CLOSED = """\
import os
if os.environ.get("NBGRADER_EXECUTION") == "autograde":
    raise RuntimeError("test_{question} was not graded: Unrolled's step is missing \
from nbgrader's pipeline (see nbgrader_config.py)")
"""


@cache
def notebook(assignment):
    return nbformat.read(ROOT / "assignments" / assignment / f"{assignment}.ipynb", as_version=4)


def about(cell):
    return cell.metadata.get("nbgrader", {})


@cache
def cells(assignment):
    """The cells that nbgrader knows, by their names there."""
    return {about(c).grade_id: c for c in notebook(assignment).cells if about(c)}


def questions(assignment):
    return [name.removeprefix("test_") for name in cells(assignment) if name.startswith("test_")]


def topics(assignment):
    return [name for name in cells(assignment) if name.startswith("derive_")]


def region(cell, name):
    """What stands between a cell's BEGIN and END of `name`."""
    (found,) = re.findall(rf"[#=]+ BEGIN {name}.*\n([^\0]*?)[#=]+ END {name}", cell.source)
    return found


def stub(assignment, question):
    return next(
        node
        for node in ast.parse(cells(assignment)[question].source).body
        if isinstance(node, ast.FunctionDef) and node.name == question
    )


@pytest.fixture(scope="module")
def criteria(zygote):
    """The criteria of every question, as they are put to somebody who has no answers."""
    with Student(zygote, []) as nobody:
        papers = {a: set_papers(questions(a), a, b"key", "nobody") for a in ASSIGNMENTS}
        return {a: examine(papers[a], nobody) for a in ASSIGNMENTS}


each_assignment = pytest.mark.parametrize("assignment", ASSIGNMENTS)
each_question = pytest.mark.parametrize(
    ("assignment", "question"), [(a, q) for a in ASSIGNMENTS for q in questions(a)]
)
each_derivation = pytest.mark.parametrize(
    ("assignment", "topic"), [(a, t) for a in ASSIGNMENTS for t in topics(a)]
)


@each_assignment
def test_the_folder_holds_the_notebook_and_nothing_else(assignment):
    files = {path.name for path in (ROOT / "assignments" / assignment).iterdir()}

    # nbgrader copies every other file into the release, except what Jupyter keeps there itself
    assert files - {".ipynb_checkpoints"} == {f"{assignment}.ipynb"}


@each_assignment
def test_the_notebook_is_valid_and_holds_no_output(assignment):
    nbformat.validate(notebook(assignment))

    code = [cell for cell in notebook(assignment).cells if cell.cell_type == "code"]
    assert [cell.id for cell in code if cell.outputs or cell.execution_count] == []


@each_assignment
def test_a_cell_has_one_name_and_a_graded_one_is_a_question_or_a_derivation(assignment):
    graded = [name for name, cell in cells(assignment).items() if about(cell).grade]

    assert [cell.id for cell in cells(assignment).values()] == [*cells(assignment)]
    assert [name for name in graded if not name.startswith(("test_", "derive_"))] == []


@each_assignment
def test_every_question_has_a_grader_and_misconceptions_and_they_have_a_question(assignment):
    graders = (ROOT / "graders" / assignment).glob("test_*.py")
    mistakes = (ROOT / "graders" / "misconceptions" / assignment).glob("[!_]*")

    asked = sorted(questions(assignment))
    assert sorted(path.stem.removeprefix("test_") for path in graders) == asked
    assert sorted(path.stem for path in mistakes) == asked


@each_question
def test_the_stub_and_the_reference_take_the_same_arguments(assignment, question):
    module = importlib.import_module(f"{reference.__name__}.{assignment}")
    args = stub(assignment, question).args
    defaults = [ast.literal_eval(default) for default in args.defaults]

    expected = inspect.signature(getattr(module, question)).parameters.values()
    assert [arg.arg for arg in args.args] == [parameter.name for parameter in expected]
    assert defaults == [p.default for p in expected if p.default is not p.empty]


@each_question
def test_the_solution_cell_is_the_students_and_the_graded_one_is_locked(assignment, question):
    solution, graded = (about(cells(assignment)[name]) for name in (question, f"test_{question}"))

    assert (solution.solution, solution.grade, solution.locked) == (True, False, False)
    assert (graded.solution, graded.grade, graded.locked) == (False, True, True)


@each_question
def test_the_stub_tells_of_every_argument(assignment, question):
    node = stub(assignment, question)
    told = re.findall(r"^    (\w+): ", ast.get_docstring(node), re.MULTILINE)

    assert [name for name in told if name != "ValueError"] == [arg.arg for arg in node.args.args]


@each_question
def test_the_hidden_part_is_one_line_that_fails_closed(assignment, question):
    hidden = region(cells(assignment)[f"test_{question}"], "HIDDEN TESTS")

    assert hidden == FAIL_CLOSED.format(question=question)


@each_question
def test_the_criteria_and_the_text_tell_the_same_points_as_the_cell(criteria, assignment, question):
    points = about(cells(assignment)[f"test_{question}"]).points
    worth = sum(criterion.points for criterion in criteria[assignment][question])
    prose = [cell.source for cell in notebook(assignment).cells if cell.cell_type == "markdown"]

    announced = f"({points} points)" if points else f"(up to {worth:g} extra points)"
    assert worth == points or (points == 0 and worth > 0)  # 0 points: a bonus
    assert f"`{question}` {announced}" in "\n".join(prose)


@each_question
def test_every_criterion_is_a_sentence(criteria, assignment, question):
    for criterion in criteria[assignment][question]:
        assert re.fullmatch(r"[A-Z].+\.", criterion.sentence)


@each_assignment
def test_all_points_together_are_100(assignment):
    auto = sum(about(cells(assignment)[f"test_{q}"]).points for q in questions(assignment))
    manual = sum(about(cells(assignment)[topic]).points for topic in topics(assignment))

    assert auto + manual == 100
    assert (auto, manual) == POINTS.get(assignment, (auto, manual))


@each_derivation
def test_the_rubric_above_a_derivation_adds_up_to_its_points(assignment, topic):
    names = [cell.id for cell in notebook(assignment).cells]
    prompt = cells(assignment)[names[names.index(topic) - 1]]
    rubric = region(prompt, "MARK SCHEME")
    points = about(cells(assignment)[topic]).points

    assert about(prompt).grade_id == topic.replace("derive_", "prompt_")
    assert about(prompt).locked
    assert sum(map(int, re.findall(r"^- \*\*(\d+)\*\* ", rubric, re.MULTILINE))) == points
    assert f"**{points} points**" in rubric
    assert f"({points} points)" in prompt.source


@each_assignment
def test_the_instructors_version_runs_and_each_of_its_checks_says_ok(assignment):
    ran = NotebookClient(nbformat.from_dict(notebook(assignment)), timeout=60).execute()

    for cell in (cell for cell in ran.cells if cell.cell_type == "code"):
        text = "".join(output.get("text", "") for output in cell.outputs)
        assert [o for o in cell.outputs if o.get("name") == "stderr"] == []
        assert not re.search(r"FAILED|DOES NOT|\byet\b", text)
        if about(cell).get("grade"):
            calls = [node for node in ast.parse(cell.source).body if isinstance(node, ast.Expr)]
            assert [line[:4] for line in text.splitlines()] == ["ok  "] * len(calls)
