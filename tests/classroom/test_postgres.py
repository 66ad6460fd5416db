"""A gradebook on a PostgreSQL server is the one that SQLite would be, whoever writes it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest
from nbgrader.api import Grade, Gradebook, Student
from sqlalchemy import select, text

from graders.classroom.configuration import find_programs_beside_python
from graders.classroom.gradebook import Book, Sheet
from graders.classroom.pace import measure
from graders.classroom.report import gradebook as report
from graders.classroom.scores import Entries, Score
from graders.errors import MachineFault
from tests.classroom.courses import ASSIGNMENT, Class, differences
from tests.classroom.server import MISSING, PROGRAMS, serving

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason=MISSING)
LATE = "2026-11-20 23:30:00 UTC"
"""The next day already where the server believes to be."""


@pytest.fixture(scope="module")
def server():
    with serving() as server:
        yield server


def answering(*, but=()):
    def work(desk):
        desk.answer_all(but=but)
        desk.save()

    return work


HOSTILE = "\x00 \x1b[31m \u202e HALF '; DROP TABLE grade; -- %s %(score)s :score"


def hostile(desk):
    """Hand in what no text in PostgreSQL can be, as code, as output and as prose."""
    raising = f"raise ValueError({HOSTILE!r})"
    desk.answer_all(but=("step_jacobian", "derive_loss"))
    desk.answer(step_jacobian=f"def step_jacobian(W_hh, z):\n    {raising}", derive_loss=HOSTILE)
    desk.add_cell(f"print({HOSTILE!r} + 'line ' * 100_000)\n{raising}  # {HOSTILE}")
    desk.save()
    desk.file.write_text(desk.file.read_text().replace("HALF", "\\ud800"))


def fill(course):
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2026-11-20 12:00:00 UTC")
    course.hand_in("ada", answering())
    course.hand_in("ben", answering(but=("cross_entropy_loss",)), LATE)
    course.hand_in("ñandú", hostile, time="")


def change(course):
    """TAs grade, give more time, comment; one hands in once more, another for the first time."""
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("test_step_jacobian", ASSIGNMENT, ASSIGNMENT, "ada")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 7.5, 0.25, False
        gradebook.find_comment("step_jacobian", ASSIGNMENT, ASSIGNMENT, "ada").manual_comment = "é"
        gradebook.find_submission(ASSIGNMENT, "ben").extension = timedelta(days=1, seconds=1.5)
        gradebook.db.commit()
    course.hand_in("ada", answering(but=("weight_gradient",)), "2026-11-20 12:00:01 UTC")
    course.hand_in("dora", answering())


@pytest.fixture(scope="module")
def courses(new_classroom, server):
    """The same course: graded by either command on PostgreSQL, and by ours on SQLite."""
    theirs, ours = (Class(new_classroom(db_url=server.new_database())) for _ in range(2))
    sqlite = Class(new_classroom())
    for course in (theirs, ours, sqlite):
        fill(course)
    return theirs, ours, sqlite


@pytest.fixture(scope="module")
def first_run(courses):
    theirs, ours, sqlite = courses
    theirs.autograde()
    ours.grade()
    sqlite.grade()
    return [course.kept() for course in courses]


@pytest.fixture(scope="module")
def second_run(courses, first_run):
    theirs, ours, sqlite = courses
    for course in courses:
        change(course)
    theirs.autograde("--force")
    ours.grade("--force")
    sqlite.grade("--force")
    return [course.kept() for course in courses]


def test_either_command_ends_where_sqlite_does(first_run):
    theirs, ours, sqlite = first_run

    assert differences(ours, theirs) == []
    assert differences(ours, sqlite) == []


def test_a_regrade_keeps_what_tas_entered_as_it_does_on_sqlite(second_run, courses):
    theirs, ours, sqlite = second_run

    assert differences(ours, theirs) == []
    assert differences(ours, sqlite) == []
    with courses[1].gradebook() as gradebook:
        grade = gradebook.find_grade("test_step_jacobian", ASSIGNMENT, ASSIGNMENT, "ada")
        entered = grade.manual_score, grade.extra_credit, grade.needs_manual_grade
        comment = gradebook.find_comment("step_jacobian", ASSIGNMENT, ASSIGNMENT, "ada").comment
        late = gradebook.find_submission(ASSIGNMENT, "ben").total_seconds_late

    assert (entered, comment, late) == ((7.5, 0.25, True), "é", 0)


def test_feedback_report_export_and_upgrade_work_on_it(second_run, courses):
    _, course, sqlite = courses

    course.call("nbgrader", "db", "upgrade")
    course.call("nbgrader", "generate_feedback", ASSIGNMENT)
    course.call("unrolled", "report", ASSIGNMENT)
    course.call("nbgrader", "export")

    assert len(list((course.root / "course/feedback").rglob("*.html"))) == 4
    assert (course.root / f"course/reports/{ASSIGNMENT}/report.html").exists()
    assert len((course.root / "grades.csv").read_text().splitlines()) == 1 + 4
    assert report.read(course.db_url, ASSIGNMENT) == report.read(sqlite.db_url, ASSIGNMENT)


@pytest.fixture
def gradebook(server):
    """A gradebook of one's own on the server, with an assignment and nobody's work."""
    find_programs_beside_python()
    with Gradebook(server.new_database(), "course") as gradebook:
        gradebook.add_assignment("homework")
        gradebook.add_notebook("homework", "homework")
        gradebook.add_solution_cell("f", "homework", "homework")
        gradebook.add_grade_cell("f", "homework", "homework", max_score=4, cell_type="markdown")
        yield gradebook


@pytest.fixture
def other(gradebook):
    """The same gradebook, opened by somebody else."""
    with Gradebook(str(gradebook.engine.url), "course") as other:
        yield other


def sheet(student, score=3.0, comment=None):
    return Sheet(student, Entries({"f": Score(score)}, {"f": comment}))


def book(gradebook):
    return Book(gradebook, "homework", lambda *_: None)


def scores(gradebook):
    gradebook.db.rollback()  # to see what others have written since
    return {
        grade.notebook.assignment.student_id: (grade.auto_score, grade.manual_score)
        for grade in gradebook.db.scalars(select(Grade))
    }


@contextmanager
def entering(gradebook, *sheets):
    """Somebody enters sheets at the same time; what happens here begins when they have to wait."""
    with ThreadPoolExecutor(1) as threads, closing(gradebook.engine.connect()) as watcher:
        entered = threads.submit(book(gradebook).enter, list(sheets))
        while not watcher.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
            assert not entered.done()
        yield
        entered.result()


HARMLESS = ("'; DROP TABLE grade; -- %s %(x)s :x", "𝛁 \u202e", "a" * 2**22)


@pytest.mark.parametrize("words", HARMLESS, ids=["SQL", "odd", "long"])
def test_a_comment_is_entered_whatever_it_says(gradebook, words):
    for score in (3.0, 4.0):
        book(gradebook).enter([sheet("ada", score, words)])

        assert gradebook.find_comment("f", "homework", "homework", "ada").auto_comment == words


@pytest.mark.parametrize(
    ("words", "told"),
    [("\x00", r"cannot contain NUL \(0x00\) bytes$"), ("\ud800", "surrogates not allowed$")],
    ids=["NUL", "half a character"],
)
def test_a_batch_with_what_is_no_text_is_refused_as_a_whole_and_in_words(gradebook, words, told):
    with pytest.raises(MachineFault, match=f"^the gradebook could not be written: .*{told}"):
        book(gradebook).enter([sheet("ada"), sheet("ben", comment=words)])

    assert scores(gradebook) == {}


def test_a_score_is_taken_back_where_nothing_is_known_any_more(gradebook):
    book(gradebook).enter([sheet("ada")])

    book(gradebook).enter([sheet("ada", None)])

    grade = gradebook.find_grade("f", "homework", "homework", "ada")
    assert (grade.auto_score, grade.needs_manual_grade) == (None, True)


def test_a_connection_that_is_lost_between_two_batches_is_made_anew(gradebook, other):
    one = book(gradebook)
    one.enter([sheet("ada")])

    other.db.execute(
        text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != :mine"),
        {"mine": other.db.scalar(text("SELECT pg_backend_pid()"))},
    )
    one.enter([sheet("ben")])

    assert scores(gradebook) == {"ada": (3.0, None), "ben": (3.0, None)}


def test_two_runs_that_enter_the_same_student_at_once_both_succeed(gradebook, other):
    other.db.add(Student(id="ben"))
    other.db.flush()

    with entering(gradebook, sheet("ada"), sheet("ben")):
        other.db.commit()

    assert scores(gradebook) == {"ada": (3.0, None), "ben": (3.0, None)}


def test_two_who_wait_for_each_other_do_not_wait_for_ever(gradebook, other):
    book(gradebook).enter([sheet("ada", 1.0), sheet("ben", 1.0)])
    mine = {student: _grade_of(other, student) for student in ("ada", "ben")}
    other.db.execute(text("SET LOCAL deadlock_timeout = '15s'"))  # so that not we are given up
    other.db.execute(RAISE, {"id": mine["ben"]})

    with entering(gradebook, sheet("ada"), sheet("ben")):
        other.db.execute(RAISE, {"id": mine["ada"]})
        other.db.commit()

    assert scores(gradebook) == {"ada": (3.0, 4.0), "ben": (3.0, 4.0)}


def test_what_a_ta_saves_while_a_batch_is_written_is_kept(gradebook, other):
    book(gradebook).enter([sheet("ada", 1.0)])
    grade = other.find_grade("f", "homework", "homework", "ada")  # formgrader has its page open …

    book(gradebook).enter([sheet("ada", 2.0)])
    grade.manual_score = 4.0  # … and the TA types
    other.db.flush()
    with entering(gradebook, sheet("ada", 3.0)):
        other.db.commit()

    assert scores(gradebook) == {"ada": (3.0, 4.0)}
    assert gradebook.find_grade("f", "homework", "homework", "ada").needs_manual_grade


def test_how_fast_it_is_written_can_be_measured(server):
    pace = measure(server.new_database(), 20)

    assert min(pace.new, pace.again) > 0


RAISE = text("UPDATE grade SET manual_score = 4 WHERE id = :id")


def _grade_of(gradebook, student):
    return gradebook.find_grade("f", "homework", "homework", student).id
