"""`unrolled feedback` ends where `nbgrader generate_feedback` ends, to the byte."""

import json
import os
import shutil
import signal
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from graders.classroom.course import course_in
from graders.classroom.desk import cast
from graders.classroom.feedback import Reveal
from graders.classroom.grades import Grades
from graders.classroom.printer import Graded, Press, Printer
from tests.classroom.courses import ASSIGNMENT, Class

SLOW = ("hana", "kim")
CAST = [
    actor
    for actor in cast(Path(__file__).parent.parent / "students", ASSIGNMENT)
    if actor.student not in SLOW
]
RULES = """
c = get_config()
c.LateSubmissionPlugin.penalty_method = "zero"
"""
WAITING = """
import signal

def wait(notebooks, **about):
    if "/chen/" in notebooks[0]:
        signal.pause()

c.GenerateFeedback.pre_convert_hook = wait
"""
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABc3UBGAAAAABJRU5ErkJggg=="
)
COMMENT = (
    "*Fine* – but $x<y$ & <b>not </div> closed <!-- `Ω`\n\n# At all\n\n<script>alert('1')</script>"
)
SHOW = "from IPython.display import HTML, Markdown, SVG, display; import matplotlib.pyplot as p"
OUTPUTS = [
    "display(HTML('<table><tr><td>a<br>b</td></tr></table>'), Markdown('**x** <i>y'))",
    "p.plot([1, 2]); p.show()",
    "print('\\x1b[31mred\\x1b[0m < & >', '\\u202e')",
    "1 / 0",
    "%%bash\necho 'hello'",
    "# ¿ünïcode? '\"<&>\n'Ω' and \"<b>\" # \U0001f600",
]


def writing_all_sorts(desk):
    desk.answer_all(but=("step_jacobian",))
    desk.cell(
        "derive_loss"
    ).source = "Ünïcode – *Ω* $a < b$ <b>bold</b> ```\nx\n``` ![](attachment:a.png)"
    picture = new_markdown_cell("# Mine\n\n![a](attachment:a.png)\n\n<img src='x'>\n\n- [ ] a | b")
    picture.attachments = {"a.png": {"image/png": PIXEL}}
    desk.notebook.cells += [picture, new_markdown_cell("</div></div> <!-- never closed")]
    desk.notebook.cells += [new_code_cell(source) for source in (SHOW, *OUTPUTS)]
    desk.save()


def fill(course):
    """Have the cast hand in and be graded; TAs enter what they think."""
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(RULES)
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2026-11-20 12:00:00 UTC")
    for actor in CAST:
        course.hand_in(actor.student, actor.work)
    sorts = course.hand_in("all sorts ünï", writing_all_sorts)
    (sorts / "deep").mkdir()
    (sorts / "deep/figure.txt").write_text("beside it")
    course.hand_in("late", time="2026-11-20 12:00:01 UTC")
    course.hand_in("timeless", time="")
    (course.hand_in("nothing") / f"{ASSIGNMENT}.ipynb").unlink()
    course.grade()
    with course.gradebook() as gradebook:
        for student, points in (("ben", 3.0), ("late", 2.125), ("all sorts ünï", 0.1)):
            place = ASSIGNMENT, ASSIGNMENT, student
            grade = gradebook.find_grade("derive_loss", *place)
            grade.manual_score, grade.needs_manual_grade = points, False
            gradebook.find_grade("test_step_jacobian", *place).extra_credit = 0.25
            gradebook.find_comment("derive_loss", *place).manual_comment = COMMENT
            gradebook.find_comment("step_jacobian", *place).manual_comment = "See above."
        gradebook.db.commit()


def printed(course):
    """All files and folders of the feedback: their modes and what is in them."""
    return {
        str(path.relative_to(course.root)): (
            path.stat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (course.root / "course/feedback").rglob("*")
    }


def written_at(course, student):
    return page_of(course, student).stat().st_mtime_ns


def page_of(course, student):
    return course.root / "course/feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"


def feedback(course, *words):
    return course.call("unrolled", "feedback", ASSIGNMENT, "--jobs", "2", *words)


def by_nbgrader(course, *words):
    """What nbgrader leaves behind where there is nothing yet."""
    folder = course.root / "course/feedback"
    aside = folder.with_name("aside")
    if folder.exists():
        folder.rename(aside)
    course.classroom.nbgrader("generate_feedback", ASSIGNMENT, *words, check=False)
    found = printed(course)
    shutil.rmtree(folder)
    if aside.exists():
        aside.rename(folder)
    return found


def is_new(course, student, before):
    """Whether a page was put into its place since then; for a moment there is none."""
    try:
        return written_at(course, student) != before
    except FileNotFoundError:
        return False


@pytest.fixture(scope="module")
def course(new_classroom):
    course = Class(new_classroom())
    fill(course)
    return course


@pytest.fixture(scope="module")
def theirs(course):
    return by_nbgrader(course)


@pytest.fixture
def done(course, theirs):
    """The course with everybody's feedback in its place, and what was said of it."""
    return feedback(course)


def test_every_page_and_what_is_beside_it_is_nbgraders(course, theirs, done):
    ours = printed(course)

    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert sum(name.endswith(".html") for name in ours) == len(CAST) + 4
    assert f"{len(CAST) + 4}   printed" in done


@pytest.mark.parametrize("reveal", list(Reveal))
def test_pages_are_nbgraders_whatever_is_revealed(course, done, reveal):
    config = course.root / "nbgrader_config.py"
    before = config.read_text()
    config.write_text(before.replace("parent)", f"parent, reveal={str(reveal)!r})"))
    course.grade("--force", "--student", "emil")
    theirs = by_nbgrader(course, "--student", "emil")
    feedback(course, "--force", "--student", "emil")
    config.write_text(before)

    assert theirs.items() <= printed(course).items()


def test_everything_is_done_again_by_force_only(course, done):
    before = written_at(course, "ben"), written_at(course, "late")
    said = feedback(course)

    assert f"All of {len(CAST) + 4} are up to date" in said
    assert (written_at(course, "ben"), written_at(course, "late")) == before
    feedback(course, "--force", "--student", "ben")
    assert written_at(course, "ben") > before[0]
    assert written_at(course, "late") == before[1]


def test_what_was_graded_since_is_printed_anew(course, done):
    before, others = written_at(course, "ada"), written_at(course, "ben")
    graded = course.root / "course/autograded/ada" / ASSIGNMENT / "timestamp.txt"
    graded.chmod(0o644)
    graded.write_text("2026-11-20 13:00:00 UTC")
    said = feedback(course)

    assert "1   printed" in said
    assert f"{len(CAST) + 3}   left alone" in said
    assert written_at(course, "ada") > before
    assert written_at(course, "ben") == others


def test_a_page_that_is_missing_is_printed(course, done):
    page_of(course, "ben").unlink()

    assert "1   printed" in feedback(course)
    assert page_of(course, "ben").exists()


def test_whoever_is_excluded_gets_none(course, done):
    config = course.root / "nbgrader_config.py"
    before = config.read_text()
    config.write_text(before + "c.CourseDirectory.student_id_exclude = 'late,ben'\n")
    shutil.rmtree(page_of(course, "ben").parent)
    said = feedback(course)
    config.write_text(before)

    assert f"All of {len(CAST) + 2} are up to date" in said
    assert not page_of(course, "ben").exists()


def test_one_students_fault_is_told_and_is_nobody_elses(course, done):
    ghost = course.root / "course/autograded/ghost" / ASSIGNMENT
    broken = course.root / "course/autograded/raj" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    whole = broken.read_bytes()
    shutil.copytree(course.root / "course/autograded/ben" / ASSIGNMENT, ghost)
    broken.chmod(0o644)
    broken.write_text("{")
    words = "feedback", ASSIGNMENT, "--force", "--student", "ghost", "raj", "tess"
    with course.calling("unrolled", *words) as run:
        said, _ = run.communicate()
    theirs = by_nbgrader(course, "--student", "ghost")
    shutil.rmtree(ghost.parent)
    broken.write_bytes(whole)

    assert run.returncode == 1
    assert "no feedback: ghost: AuthorFault: the gradebook knows of no rnn_gradients" in said
    assert "no feedback: raj: NotJSONError" in said
    assert "1   printed" in said
    assert "2   failed" in said
    assert theirs == {name: theirs[name] for name in theirs if not name.endswith(".html")}


def test_a_name_with_brackets_gets_feedback_as_well(course, done):
    course.hand_in("[ben]")
    course.grade()
    feedback(course)

    assert page_of(course, "[ben]").exists()
    for folder in ("submitted", "autograded", "feedback"):
        shutil.rmtree(course.root / "course" / folder / "[ben]")


def test_only_students_whose_work_is_graded_can_be_asked_for(course):
    with course.calling("unrolled", "feedback", ASSIGNMENT, "--student", "nobody") as run:
        _, complained = run.communicate()

    assert run.returncode == 1
    assert f"got --student nobody, but of {ASSIGNMENT} is graded: " in complained


@pytest.fixture
def interrupted(course, done):
    """A function that signals to a run which has printed two pages and waits at the third."""
    config = course.root / "nbgrader_config.py"
    before = config.read_text()

    def interrupted(number):
        config.write_text(before + WAITING)
        written = written_at(course, "ben")
        words = "feedback", ASSIGNMENT, "--force", "--jobs", "1", "--student", "ada", "ben", "chen"
        with course.calling("unrolled", *words) as run:
            while not is_new(course, "ben", written):
                assert run.poll() is None
            os.killpg(run.pid, number)
            said, _ = run.communicate()
        config.write_text(before)
        return run.returncode, said

    return interrupted


def test_a_run_that_is_killed_leaves_whole_pages_only(course, interrupted):
    before = printed(course)
    interrupted(signal.SIGKILL)

    after = printed(course)
    assert [name for name in before if after.get(name, before[name]) != before[name]] == []
    feedback(course)
    feedback(course, "--force", "--student", "ben", "chen")
    assert printed(course) == before


def test_whoever_stops_a_run_is_told_how_it_is_gone_on_with(interrupted):
    status, said = interrupted(signal.SIGINT)

    assert status == 130
    assert f"Stopped. `unrolled feedback {ASSIGNMENT}` prints what is missing" in said


def test_what_a_killed_run_has_left_half_done_is_not_looked_at(course, done):
    before = printed(course)
    aside = page_of(course, "ben").parent.with_name(f".{ASSIGNMENT}.new")
    aside.mkdir()
    (aside / f"{ASSIGNMENT}.html").write_text("<html>")

    assert "are up to date" in feedback(course)
    feedback(course, "--force", "--student", "ben")
    assert printed(course) == before


def test_of_whom_a_worker_died_there_is_no_page_that_is_out_of_date(course, done):
    told = Printer(course.root, ASSIGNMENT).give_up(Graded("ben"), "it died")

    assert (told.student, told.fault) == ("ben", "it died")
    assert not page_of(course, "ben").exists()


def test_nothing_on_a_page_is_from_anybody_elses(course):
    """Two notebooks, of which one looks like the other where it is remembered by."""
    press = Press(course_in(course.root), ASSIGNMENT)
    press.warm_up()
    notebook = json.loads(
        (course.root / f"course/release/{ASSIGNMENT}/{ASSIGNMENT}.ipynb").read_text()
    )
    pages = []
    for language, picture in (("ipython3", PIXEL), ("text", PIXEL[::-1]), ("ipython3", PIXEL)):
        cell = new_markdown_cell(
            "![a](attachment:a.png)", id="a", attachments={"a.png": {"image/png": picture}}
        )
        notebook["cells"] = [cell, new_code_cell("import this", id="b")]
        notebook["metadata"]["language_info"] = {"name": language}
        file = course.root / "course/autograded/ben" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        resources = press.init_single_notebook_resources(str(file))
        resources["nbgrader"]["grades"] = Grades()
        copy = course.root / "copy.ipynb"
        copy.write_text(json.dumps(notebook))
        pages.append(press.exporter.from_filename(str(copy), resources)[0])

    assert pages[0] == pages[2]
    assert PIXEL in pages[0]
    assert PIXEL not in pages[1]
    assert '<span class="kn">import</span>' in pages[0]
    assert '<span class="kn">import</span>' not in pages[1]
