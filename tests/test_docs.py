"""The documents: every command runs, every number and sample is what the kit really says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graders.classroom.desk import cast
from graders.classroom.feedback import Reveal, details
from graders.doctor.attacks import PROMISES, corpus
from graders.doctor.table import WITHSTOOD
from graders.examination import examine
from graders.explanation import explain
from graders.grader import questions_of
from graders.misconceptions import Misconception, registry, source
from graders.plugin import set_papers
from graders.results import Counterexample, Criterion, Diagnosis, Question, Results, Verdict
from graders.sandbox.limits import Limits
from graders.sandbox.student import Student
from tests.conftest import ASSIGNMENTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
GUIDE = (ROOT / "graders" / "README.md").read_text()
SCALE = (ROOT / "graders" / "SCALE.md").read_text()
MEASURED = (ROOT / "tests/bench/measured.txt").read_text()
CAST = {actor.student: actor for actor in cast(ROOT / "tests" / "students", "rnn_gradients")}
POINTS = [8, 10, 10, 12, 10, 8, 10, 6]
ORDER = [
    "cross_entropy_loss",
    "immediate_gradient",
    "step_jacobian",
    "chain_rule_product",
    "weight_gradient",
    "step_norm_bound",
    "product_norm_bound",
    "gradient_regime",
]


def rows(text):
    """The lines of a table in a document, as the words of the first column and the numbers."""
    return {line.split()[0]: [float(n) for n in line.split()[1:]] for line in text.splitlines()}


def test_the_readme_shows_what_the_cast_earns():
    table = rows("\n".join(re.findall(r"(?m)^(?:ada|ben|hana|nils|pia) .*\d$", README)))

    assert len(table) == 5
    for student, numbers in table.items():
        lost = CAST[student].lost
        scores = [points - lost.get(q, 0) for q, points in zip(ORDER, POINTS, strict=True)]
        assert numbers == [*scores, sum(scores)]


def test_the_readme_lists_the_assignments_and_what_they_are_worth():
    table = re.findall(r"(?m)^\| `(\w+)` \| (\d+) \| (\d+) \| (\d+) \+ (\d+) \|", README)

    assert sorted(name for name, *_ in table) == ASSIGNMENTS
    for name, *numbers in table:
        notebook = json.loads((ROOT / f"assignments/{name}/{name}.ipynb").read_text())
        about = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
        graded = [one for one in about if one.get("grade")]
        written = [one["points"] for one in graded if one["solution"]]
        functions = [one["points"] for one in graded if not one["solution"]]
        assert [*map(int, numbers)] == [len(functions), len(written), sum(functions), sum(written)]


def test_the_changelog_counts_graders_and_known_answers():
    records = [record for assignment in ASSIGNMENTS for record in registry(assignment)]
    wrong = sum(isinstance(record, Misconception) for record in records)
    graders = sum(len(questions_of(assignment)) for assignment in ASSIGNMENTS)
    log = (ROOT / "CHANGELOG.md").read_text()

    assert f"{graders} hidden graders" in log
    assert f"{wrong:,} misconceptions" in log
    assert f"{len(records) - wrong} unusual right answers" in log


def test_the_readme_names_the_size_of_the_cast():
    assert f"a cast of {len(CAST)} students" in README


def test_the_readme_shows_what_ben_reads(zygote):
    answer = "def step_jacobian(W_hh, z): return W_hh @ np.diag(1 - np.tanh(z) ** 2)"
    with Student(zygote, ["import numpy as np", answer]) as ben:
        papers = set_papers(["step_jacobian"], "rnn_gradients", b"readme", "ben")
        found = examine(papers, ben)
        diagnoses = explain(found, papers, "rnn_gradients", ben, b"readme")
    values = next(c for c in found["step_jacobian"] if c.name == "values")
    rows = [f"{label} {text}" for label, text in details(values, Reveal.PROBLEM)]

    shown = ["Where to look.", diagnoses["step_jacobian"].student, "✗", values.sentence, *rows]

    sample = re.search(r"```text\n(.*?)```", README, re.DOTALL).group(1)
    assert " ".join(sample.split()).replace(" 0 / 5", "") == " ".join(" ".join(shown).split())


def test_the_readme_names_make_targets_that_exist():
    targets = set(re.findall(r"`make (\w+)`", README))

    assert targets == {"demo", "test", "bench"}
    for target in targets:
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("command", re.findall(r"(?m)^\$ \.venv/bin/(\w+ .*)$", README))
def test_the_readme_names_commands_that_exist(command):
    program, subcommand, *_ = command.split()
    done = subprocess.run(
        [Path(sys.executable).parent / program, subcommand, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert subcommand in done.stdout


COMMANDS = re.findall(r"(?m)^\$ .*?\.venv/bin/((?:dask|unrolled) .*)$", GUIDE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_guide_names_commands_and_options_that_exist(command):
    program, subcommand, *words = command.split()
    told = subprocess.run(
        [Path(sys.executable).parent / program, subcommand, "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert [word for word in words if word.startswith("--") and word not in told] == []


def test_the_guide_tells_how_a_cluster_is_started():
    assert [command.split()[:2] for command in COMMANDS] == [
        ["dask", "scheduler"],
        ["dask", "worker"],
        ["unrolled", "grade"],
    ]


@pytest.mark.parametrize("document", ["README.md", "graders/README.md"])
def test_every_link_leads_somewhere(document):
    folder = (ROOT / document).parent
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / document).read_text())

    assert [link for link in links if not (folder / link).exists()] == []


def test_the_guide_lists_every_limit_with_its_default():
    table = dict(re.findall(r"\| `(\w+)` \| ([\d.]+|True) \|", GUIDE))

    assert table == {name: str(getattr(Limits(), name)) for name in Limits.__dataclass_fields__}


def test_the_guide_lists_every_reveal_setting():
    assert all(f'`"{setting}"`' in GUIDE for setting in Reveal)


def test_the_guide_explains_every_key_of_the_results(tmp_path):
    example = Counterexample("q(1)", "the result is 2")
    criterion = Criterion("values", "Is right.", 1.0, Verdict.FAILED, counterexample=example)
    diagnosis = Diagnosis("doubled", "Count again.", "Twice.")
    question = Question("q", 1.0, criteria=[criterion], diagnosis=diagnosis)
    Results("a", "ada", [question]).write(tmp_path / "ada.json")

    keys = set(_keys(json.loads((tmp_path / "ada.json").read_text())))

    section = GUIDE[GUIDE.index("## Results") : GUIDE.index("## The class report")]
    first_column = re.findall(r"(?m)^\| (`[^|]*`) \|", section)
    assert {key for cell in first_column for key in re.findall(r"`([^`]+)`", cell)} == keys


def _keys(record, prefix=""):
    for key, value in record.items():
        yield prefix + key
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield from _keys(value[0], f"{prefix}{key}[].")
        elif isinstance(value, dict):
            yield from _keys(value, f"{prefix}{key}.")


def test_the_guides_sample_grader_is_a_real_one():
    sample = re.search(r"```python\n(@criterion.*?)```", GUIDE, re.DOTALL).group(1)
    real = (ROOT / "graders/rnn_gradients/test_step_jacobian.py").read_text()

    assert (
        sample.splitlines()[:4]
        == [line for line in real.splitlines() if line in sample.splitlines()[:4]][-4:]
    )


def test_the_guides_sample_misconception_is_a_real_one():
    sample = re.search(r"```python\n@misconception\((.*?)\)\n(def .*?)```", GUIDE, re.DOTALL)
    record = next(r for r in registry("rnn_gradients") if r.name == "W_diag")
    words = " ".join(re.findall(r'"([^"]*)"', sample.group(1)))

    assert record.student in " ".join(words.split())
    cell = source(record).partition("\n\n\n")[2]
    assert sample.group(2) == cell.replace(record.question, "W_diag")


VERDICTS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "tests/attacks/verdicts.md").read_text().splitlines()
    if line.startswith("| `")
]
ATTACKS = corpus(ROOT / "tests" / "attacks")


def test_the_verdicts_are_those_of_the_attacks_that_there_are():
    told = {(row[0].strip("`"), row[1], row[2], row[3]) for row in VERDICTS}

    assert told == {(a.name, str(a.promise), a.tries, a.kind or "–") for a in ATTACKS}
    assert len(VERDICTS) == len(ATTACKS)


def test_the_readme_lists_the_promises_and_how_many_attacks_try_each():
    table = re.findall(r"(?m)^\| (\d+)\. (.+?) \| (\d+) \| (\d+) \| (\d+) \|$", README)

    assert {int(number): f"{promise}." for number, promise, *_ in table} == PROMISES
    for number, _, *counts in table:
        rows = [row for row in VERDICTS if row[1] == number]
        ours, alone = ([row[k] == WITHSTOOD for row in rows] for k in (4, 5))
        assert [*map(int, counts)] == [len(rows), sum(ours), sum(alone)]
        assert all(ours)


def test_what_is_shown_of_the_benchmark_was_measured():
    shown = re.findall(r"```text\n(.*?)```", SCALE, re.DOTALL)
    fast = README.partition("## How fast")[2].partition("\n## ")[0]
    shown += re.findall(r"```text\n(.*?)```", fast, re.DOTALL)

    assert len(shown) == 6
    assert [block for block in shown if block not in MEASURED] == []


def test_how_many_times_as_fast_is_what_the_table_says():
    told = re.search(r"([\d.]+) times with one process, ([\d.]+) with two", SCALE).groups()
    rows = re.findall(r"(?m)^ ?unrolled grade --jobs (\d) .* (\d+\.\d) +\d+ *$", MEASURED)

    assert dict(rows) == dict(zip("12", told, strict=True))
    assert re.search(r"([\d.]+) times as fast", README).group(1) == told[0]


def test_the_plan_adds_up():
    number = r"([\d.,]+)"
    plans = re.findall(
        rf"{number} submissions on {number} cores: {number} (hours|minutes)\n"
        rf"  grading   {number} s each: {number} core hours\n"
        rf"  keeping   {number} per second: {number} (hours|minutes); more than {number} cores",
        SCALE,
    )

    assert len(plans) == 3
    for plan in plans:
        many, cores, time, unit, each, core_hours, kept, keeping, unit_kept, most = (
            word if word.isalpha() else float(word.replace(",", "")) for word in plan
        )
        hours = time / (60 if unit == "minutes" else 1)
        keeping_hours = keeping / (60 if unit_kept == "minutes" else 1)
        assert core_hours == pytest.approx(many * each / 3600, rel=0.02)
        assert keeping_hours == pytest.approx(many / kept / 3600, rel=0.02)
        assert hours == pytest.approx(max(core_hours / cores, keeping_hours), rel=0.02)
        assert most == pytest.approx(kept * each, rel=0.02)


def test_the_floor_is_the_one_that_was_measured():
    floor = float(re.search(r"the floor: cells alone +([\d.]+) ms", MEASURED).group(1))
    alone = float(re.search(r"nbgrader autograde  +\S+ +(\d+) ", MEASURED).group(1))

    assert f"does nothing else takes {floor:.0f} ms" in README
    assert f"{alone / floor:.1f} times the floor" in SCALE
