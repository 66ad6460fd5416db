"""nbgrader's own commands as a user types them in a course's folder, in no environment."""

import csv
import re
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from graders.classroom.desk import Desk, cast

HW = "rnn_gradients"
ROOT = Path(__file__).parents[2]
CAST = {actor.student: actor for actor in cast(ROOT / "tests" / "students", HW)}
BONUS = "weight_gradient"
ALL_RIGHT = 74.0  # points for functions, 10 of them for the bonus; derivations await a TA
KNOWN_WARNINGS = (
    "[CollectApp | WARNING]",  # who submitted is not who owns the file: all are the same user here
    "Kernel is running over TCP",  # ipykernel, of any kernel that nbgrader starts to validate
    "Directory not found. Creating",  # zip_collect, of its own folders
    "/.ipynb_checkpoints/",  # zip_collect, of what our configuration has it leave out
    "1 files skipped",
    "Alternative text is missing",  # nbconvert, of students' plots
    "Removing existing assignment",  # what --force is for
    "not submitted through the exchange",  # ours, of the archive
)


@dataclass
class Told:
    """What nbgrader said to each command, and what there was after it."""

    classroom: Any
    said: dict[str, str] = field(default_factory=dict)
    scores: list[dict] = field(default_factory=list)

    def run(self, name, *words):
        """Run a command that has to succeed, and keep what it says under `name`."""
        done = self.classroom.nbgrader(*words)
        self.said[name] = done.stdout + done.stderr


def work(student, folder):
    """Have one of the cast write their answers into the notebook in `folder`."""
    source = ROOT / "assignments" / HW / f"{HW}.ipynb"
    CAST[student].work(Desk(folder, nbformat.read(source, as_version=4)))


def grades(gradebook, student):
    """What the gradebook holds of a student, by cell."""
    with Gradebook(f"sqlite:///{gradebook}") as book:
        submission = book.find_submission_notebook(HW, HW, student)
        return {
            grade.name: (grade.auto_score, grade.extra_credit, grade.needs_manual_grade)
            for grade in submission.grades
        }


@pytest.fixture(scope="module")
def course(new_classroom):
    """A course with the assignment generated, by the first command ever typed there."""
    return new_classroom()


@pytest.fixture(scope="module")
def story(course, tmp_path_factory):
    """A homework from its release to its feedback; beside it, notebooks are validated."""
    told = Told(course)
    with ThreadPoolExecutor(max_workers=1) as beside:
        folders = {"validate": "course/release", "validate source": "assignments"}
        validated = [
            beside.submit(told.run, name, "validate", f"{folder}/{HW}/{HW}.ipynb")
            for name, folder in folders.items()
        ]
        tell(told, course.root, tmp_path_factory.mktemp("ben") / HW)
        for one in validated:
            one.result()
    return told


def tell(told, root, bens):
    """Ada submits over the exchange, and Ben, who works in the folder `bens`, hands in a zip."""
    told.run("generate again", "generate_assignment", HW)
    told.run("release", "release_assignment", HW)
    told.run("list", "list")
    told.run("fetch", "fetch_assignment", HW)
    told.run("add", "db", "student", "add", "ada", "--first-name=Ada", "--last-name=Lovelace")

    work("ada", root / HW)
    told.run("submit", "submit", HW, "--student=ada")
    told.run("collect", "collect", HW)
    shutil.copytree(root / "course" / "release" / HW, bens)
    work("ben", bens)
    shutil.copytree(bens, bens / ".ipynb_checkpoints")
    archive = root / "course" / "downloaded" / HW / "archive" / "ben"
    shutil.make_archive(archive, "zip", bens.parent, HW)
    told.run("zip_collect", "zip_collect", HW)

    told.run("grade ada", "autograde", HW, "--student=ada")
    for name, force in ("grade", []), ("grade again", ["--force"]):
        told.run(name, "autograde", HW, *force)
        book = root / "course" / "gradebook.db"
        told.scores.append({student: grades(book, student) for student in ("ada", "ben")})

    told.run("feedback", "generate_feedback", HW)
    told.run("release feedback", "release_feedback", HW)
    told.run("fetch feedback", "fetch_feedback", HW)
    told.run("export", "export")
    told.run("students", "db", "student", "list")
    told.run("assignments", "db", "assignment", "list")


def test_no_command_shows_a_traceback(story):
    assert not [name for name, words in story.said.items() if "Traceback" in words]


def test_no_command_warns_of_anything_unknown(story):
    lines = [line for words in story.said.values() for line in words.splitlines()]
    warnings = [line for line in lines if re.search(r"WARNING|Warning:", line)]

    assert not [line for line in warnings if not any(known in line for known in KNOWN_WARNINGS)]


def test_a_fresh_database_has_a_schema_version(course):
    with sqlite3.connect(course.root / "course" / "gradebook.db") as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall()


def test_what_is_generated_is_not_generated_again(story):
    assert "Skipping existing assignment" in story.said["generate again"]


def test_a_released_assignment_is_listed(story):
    assert f"unrolled {HW}" in story.said["list"]


def test_an_unanswered_notebook_is_not_valid_and_says_what_is_missing(story):
    said = story.said["validate"]

    assert "VALIDATION FAILED ON 14 CELL(S)" in said
    assert "FAILED  step_jacobian is not written yet: replace" in said
    assert "You did not provide a response" in said


def test_the_instructors_notebook_is_valid(story):
    assert "Success! Your notebook passes all the tests." in story.said["validate source"]


def test_submissions_of_both_ways_are_collected(story, course):
    submitted = (course.root / "course" / "submitted").rglob("*.ipynb")

    assert sorted(path.parts[-3] for path in submitted) == ["ada", "ben"]
    assert "1 files collected, 1 files skipped" in story.said["zip_collect"]


@pytest.mark.parametrize("student", ["ada", "ben"])
def test_the_gradebook_holds_what_was_earned(story, student):
    found, best = story.scores[0][student], story.scores[0]["ada"]
    lost = CAST[student].lost

    for name, (score, extra, needs_a_person) in found.items():
        question = name.removeprefix("test_")
        if name.startswith("derive_"):
            assert (score, needs_a_person) == (None, True), name
        elif question == BONUS:
            assert (score, extra) == (0.0, 10.0 - lost.get(BONUS, 0)), name
        else:
            assert (score, needs_a_person) == (best[name][0] - lost.get(question, 0), False), name


def test_one_student_can_be_graded_alone(story):
    assert "Autograding" in story.said["grade ada"]
    assert "/ben/" not in story.said["grade ada"]


def test_who_was_graded_is_not_graded_again(story):
    assert re.search(r"Skipping existing assignment: .*/ada/", story.said["grade"])
    assert re.search(r"Autograding .*/ben/", story.said["grade"])


def test_a_forced_regrade_gives_the_same_scores(story):
    assert story.said["grade again"].count("Autograding") == 2
    assert story.scores[0] == story.scores[1]


def test_feedback_reaches_the_student(story, course):
    (page,) = (course.root / HW / "feedback").rglob("*.html")

    assert "Equals the Jacobian of one step" in page.read_text()
    assert "HIDDEN TESTS" not in page.read_text()


def test_feedback_without_a_place_in_the_exchange_stops_nobody_elses(story, course):
    said = story.said["release feedback"]

    assert re.search(r"not submitted through the exchange, .*/course/feedback/ben/", said)
    assert "Releasing feedback for student 'ada'" in said
    assert (course.root / "course" / "feedback" / "ben" / HW / f"{HW}.html").exists()


def test_the_exported_table_holds_the_scores(story, course):
    with open(course.root / "grades.csv", newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}

    assert scores == {"ada": ALL_RIGHT, "ben": ALL_RIGHT - sum(CAST["ben"].lost.values())}


def test_the_database_lists_students_and_assignments(story):
    assert "ada (Lovelace, Ada)" in story.said["students"]
    assert "ben" in story.said["students"]
    assert HW in story.said["assignments"]


def test_grading_before_generating_says_once_what_to_do(course, tmp_path):
    fresh = replace(course, root=tmp_path)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for student in ("ada", "ben"):
        fresh.folder(student)

    done = fresh.nbgrader("autograde", HW, check=False)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"is missing: run `nbgrader generate_assignment {HW}` first" in done.stderr


def test_without_our_step_nobody_gets_a_point_and_the_cell_says_why(course, tmp_path):
    """Stock nbgrader, given the instructor's own solution."""
    (tmp_path / "nbgrader_config.py").write_text("")
    shutil.copy(course.root / "course" / "gradebook.db", tmp_path)
    shutil.copytree(ROOT / "assignments" / HW, tmp_path / "submitted" / "key" / HW)

    replace(course, root=tmp_path).nbgrader("autograde", HW, "--student=key")

    found = grades(tmp_path / "gradebook.db", "key")
    graded = nbformat.read(tmp_path / "autograded" / "key" / HW / f"{HW}.ipynb", as_version=4)
    outputs = str([cell.get("outputs") for cell in graded.cells])
    tests = [name for name in found if name.startswith("test_")]
    assert len(tests) == 8
    for name in tests:
        assert found[name][0] == 0.0, name
        assert f"{name} was not graded: Unrolled's step is missing" in outputs
