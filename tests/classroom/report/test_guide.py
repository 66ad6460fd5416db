"""The guide explains every key of the report, and the command writes it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graders.results import Criterion, Question, Results, Verdict

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "graders" / "README.md").read_text()
UNCHECKED = Criterion("shape", "Is.", 1.0, Verdict.COULD_NOT_CHECK, "the grader is broken")


@pytest.fixture(scope="module")
def root(school, tmp_path_factory):
    """A course of 30 in whose report no list is empty."""
    root = tmp_path_factory.mktemp("course")
    course, class_ = school.course_in(root), school.class_of(30)
    mended = Results(
        "rnn_gradients", "zoe", [Question("gradient_regime", 6.0, criteria=[UNCHECKED])]
    )
    mended.repairs, mended.stopped_cells = ["It was a PDF."], ["The cell `x` was stopped."]
    school.write_results(course, [*class_, mended])
    school.write_gradebook(course, class_, graded=lambda number: number % 3 > 0)
    (course.folder / "results/rnn_gradients/broken.json").write_text("{")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    return root


def unrolled(root, *words):
    program = Path(sys.executable).with_name("unrolled")
    return subprocess.run([program, *words], cwd=root, capture_output=True, text=True, check=False)


def keys(record, prefix=""):
    for key, value in record.items():
        yield prefix + key
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                yield from keys(item, f"{prefix}{key}[].")


def test_the_guide_explains_every_key_of_the_report(root):
    done = unrolled(root, "report", "rnn_gradients")
    page = root / "course/reports/rnn_gradients/report.html"
    record = json.loads(page.with_name("report.json").read_text())

    assert done.stdout.strip() == f"{page}, and its data beside it"
    section = GUIDE[GUIDE.index("## The class report") : GUIDE.index("## How a grader")]
    first_column = re.findall(r"(?m)^\| (`[^|]*`) \|", section)
    explained = {key for cell in first_column for key in re.findall(r"`([^`]+)`", cell)}
    assert explained == set(keys(record))


def test_with_hidden_names_no_file_of_the_report_names_anybody(root):
    done = unrolled(root, "report", "rnn_gradients", "--hide-names")
    files = (root / "course/reports/rnn_gradients").iterdir()
    written = "".join(path.read_text() for path in files)

    assert done.returncode == 0, done.stderr
    assert "student 1" in written
    assert not re.search(r"ada\.abe|ben\.abe|zoe", written)


def test_without_results_the_command_says_what_to_run_first(tmp_path):
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)

    done = unrolled(tmp_path, "report", "rnn_gradients")

    assert done.returncode == 1
    assert "holds no results: run `nbgrader autograde rnn_gradients` first" in done.stderr
