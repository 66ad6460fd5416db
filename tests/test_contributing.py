"""The page for grader authors, followed to the letter in a copy of the project."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graders.errors import AuthorFault
from graders.skeleton import begin

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text()
REFERENCE, STUB, CHECKS, GRADER, KNOWN = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(NEW,), (AUDIT, GENERATE) = (
    re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
)
WRITTEN = re.search(r"```console\n\$ unrolled new .*\n((?:.+\n)+)```", PAGE).group(1)
MODULES = {"unrolled": "graders.cli", "nbgrader": "nbgrader"}
NOTEBOOK = Path("assignments/leaky_networks/leaky_networks.ipynb")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project."""
    copy = tmp_path_factory.mktemp("copy") / "unrolled"
    for folder in ("graders", "reference", "assignments"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "nbgrader_config.py", copy)
    return copy


def run(project, command):
    """Run a command of the page in the copy; the answer is what it printed."""
    program, *words = re.findall(r'"[^"]*"|\S+', command)
    words = [word.strip('"') for word in words]
    done = subprocess.run(
        [sys.executable, "-m", MODULES[program], *words],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write_cells(path, **cells):
    """Write into the cells of a notebook, above their hidden parts."""
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] in cells:
            hidden = "".join(cell["source"]).partition("### BEGIN HIDDEN TESTS")
            cell["source"] = cells[cell["id"]] + "\n" + hidden[1] + hidden[2]
    path.write_text(json.dumps(notebook))


@pytest.fixture(scope="module")
def followed(project):
    """What the commands of the page print, once everything on it was done."""
    said = [run(project, NEW)]
    (project / "reference/leaky_networks.py").write_text(REFERENCE)
    write_cells(project / NOTEBOOK, leaky_jacobian=STUB, test_leaky_jacobian=CHECKS)
    (project / "graders/leaky_networks/test_leaky_jacobian.py").write_text(GRADER)
    (project / "graders/misconceptions/leaky_networks/leaky_jacobian.py").write_text(KNOWN)
    return [*said, run(project, AUDIT), run(project, GENERATE)]


def test_the_skeleton_is_written_where_the_page_says(followed):
    assert followed[0] == WRITTEN


def test_the_audit_of_the_new_question_is_sound(followed):
    row = next(line for line in followed[1].splitlines() if "leaky_jacobian" in line)

    assert "2 of 2" in row
    assert "1 of 1" in row


def test_the_notebook_is_released_without_what_is_not_for_students(followed, project):
    release = project / "course/release/leaky_networks/leaky_networks.ipynb"
    text = release.read_text()

    assert "leak should be between" not in text
    assert "was not graded" not in text
    assert "np.zeros(2), 0.0)" in text


def test_a_skeleton_grades_nothing_by_accident(tmp_path):
    written = [*begin(tmp_path, "new_homework", "new_question", "W_hh", 5)]

    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "graders/new_homework/test_new_question.py",
        "graders/misconceptions/new_homework/new_question.py",
        "reference/new_homework.py",
        "assignments/new_homework/new_homework.ipynb",
    ]
    for path in written[:3]:
        compile(path.read_text(), path, "exec")
    assert "new_question has no right answer yet" in written[2].read_text()


def test_a_second_question_joins_the_first(tmp_path):
    for question in ("first_question", "second_question"):
        [*begin(tmp_path, "new_homework", question, "z", 5)]

    notebook = json.loads((tmp_path / "assignments/new_homework/new_homework.ipynb").read_text())
    assert [cell["id"] for cell in notebook["cells"]] == [
        "title",
        "given_imports",
        "prose_first_question",
        "first_question",
        "test_first_question",
        "prose_second_question",
        "second_question",
        "test_second_question",
    ]
    assert (tmp_path / "reference/new_homework.py").read_text().count("def ") == 2


@pytest.mark.parametrize("name", ["Loss", "two words", "class", "../x", "1st", ""])
def test_a_name_that_is_none_is_refused(tmp_path, name):
    with pytest.raises(AuthorFault, match="cannot be a name, but should be lower case words"):
        [*begin(tmp_path, "new_homework", name, "z", 5)]

    assert list(tmp_path.iterdir()) == []


def test_a_question_that_exists_is_not_written_over(tmp_path):
    [*begin(tmp_path, "new_homework", "new_question", "z", 5)]

    with pytest.raises(AuthorFault, match="exists: choose another name, or go on with what is"):
        [*begin(tmp_path, "new_homework", "new_question", "z", 5)]
