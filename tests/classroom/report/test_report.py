"""The report of a class, from its results and its gradebook to the files."""

import json
import shutil

import pytest

from graders.classroom.report import report
from graders.errors import AuthorFault
from graders.results import Criterion, Question, Results, Verdict

HOMEWORK = "rnn_gradients"


@pytest.fixture
def full(course, school):
    """A course of 40 in which everybody's messages name somebody, and a file is broken."""
    class_ = school.class_of(40)
    school.write_gradebook(course, class_, graded=lambda number: number % 2 == 0)
    for results, neighbour in zip(class_, class_[1:] + class_[:1], strict=True):
        tell_on(results, neighbour.student)
    school.write_results(course, class_)
    course.results_file(HOMEWORK, "quinn.berg").write_text("{")
    return course


def tell_on(results, student):
    """Have results name a student wherever a student's words can come to stand in them."""
    words = f"raised {student}Error at `x  # {student}`: ask {student.upper()} or {student}@x.edu"
    results.repairs = [f"`{student}.ipynb` was graded in its stead.", f"{student} moved cells."]
    results.stopped_cells = [f"The cell that begins `name = '{student}'` ran too long."]
    for question in results.questions:
        for criterion in question.criteria:
            criterion.problem = words
    verdicts = Verdict.FAILED, Verdict.COULD_NOT_CHECK
    told = [Criterion(v, "Is.", 1.0, v, words, fault="Raised") for v in verdicts]
    results.questions += [Question("alike", 1.0, criteria=told[:1]), Question("q", 1, False, told)]


def data(path):
    return json.loads(path.with_name("report.json").read_text())


def said(path):
    """Everything that the files of a report say."""
    return "\n".join(file.read_text() for file in path.parent.iterdir())


def students(course):
    return [file.stem for file in course.results_file(HOMEWORK, "_").parent.iterdir()]


def test_the_files_lie_in_the_courses_folder(full):
    path = report(full, HOMEWORK, names=True)

    assert path == full.folder / "reports" / HOMEWORK / "report.html"
    assert {file.name for file in path.parent.iterdir()} == {
        *("report.html", "report.json", "students.csv", "questions.csv", "criteria.csv"),
        *("misconceptions.csv", "groups.csv"),
    }


def test_a_class_is_told_of_as_a_whole(full):
    found = data(report(full, HOMEWORK, names=True))

    assert (found["assignment"], found["schema"], found["names"]) == (HOMEWORK, 1, True)
    assert (found["submissions"], found["enrolled"], found["ungraded"]) == (40, 40, 0)
    assert found["awaiting"] == 40
    assert [spread["of"] for spread in found["distributions"]] == ["functions", "everything"]
    assert found["distributions"][1]["submissions"] == 20
    assert [row["file"] for row in found["unreadable"]] == ["quinn.berg.json"]


def test_who_awaits_a_ta_is_counted_once(course, school):
    class_ = school.class_of(9)
    school.write_results(course, class_)
    school.write_gradebook(course, class_, graded=lambda number: number < 7)

    assert data(report(course, HOMEWORK, names=True))["awaiting"] == 2


def test_submissions_without_results_are_counted(course, school):
    class_ = school.class_of(5)
    school.write_gradebook(course, class_)
    school.write_results(course, class_[:3])
    path = report(course, HOMEWORK, names=True)

    assert (data(path)["submissions"], data(path)["ungraded"]) == (3, 2)
    assert "2 submissions. Run <code>nbgrader autograde rnn_gradients</code>" in path.read_text()


def test_who_was_graded_without_confinement_is_counted(course, school):
    class_ = school.class_of(3)
    class_[0].sandbox = "off"
    school.write_results(course, class_)
    path = report(course, HOMEWORK, names=True)

    assert data(path)["unconfined"] == 1
    assert "Graded without confinement, by code that could reach files: 1 submission." in said(path)


def test_students_are_told_of_in_the_order_of_their_names(full):
    rows = data(report(full, HOMEWORK, names=True))["students"]

    assert [row["student"] for row in rows] == sorted(row["student"] for row in rows)


def test_a_students_total_comes_from_the_gradebook(course, school):
    class_ = school.class_of(20)
    school.write_results(course, class_)
    school.write_gradebook(course, class_, graded=lambda number: True)
    rows = {row["student"]: row for row in data(report(course, HOMEWORK, names=True))["students"]}

    late = rows[class_[7].student]
    assert (late["penalty"], late["total_max"], late["awaits"]) == (5.0, 82.0, [])
    assert late["total"] == pytest.approx(class_[7].score + 18 - 3 * (7 % 3) - 5)


def test_without_a_gradebook_the_report_tells_the_rest_and_says_so(course, school):
    school.write_results(course, school.class_of(20))
    path = report(course, HOMEWORK, names=True)
    found = data(path)

    assert found["gradebook"] == "There is no gradebook yet."
    assert "There is no gradebook yet." in path.read_text()
    assert (found["enrolled"], found["ungraded"], found["cells"]) == (None, None, [])
    assert (found["students"][0]["total"], found["students"][0]["awaits"]) == (None, [])
    assert not (course.folder / "gradebook.db").exists()


def test_hidden_names_are_in_no_file(full):
    ids = students(full)
    assert all(student in said(report(full, HOMEWORK, names=True)) for student in ids)

    text = said(report(full, HOMEWORK, names=False)).casefold()

    assert len(ids) == 41
    assert [student for student in ids if student in text] == []
    assert "x  #" not in text


def test_hidden_students_have_the_same_number_in_every_row(full):
    shown = data(report(full, HOMEWORK, names=True))
    hidden = data(report(full, HOMEWORK, names=False))
    scores = {row["student"]: row["seconds"] for row in hidden["students"]}
    slowest = [(row["student"], row["seconds"]) for row in hidden["slowest"]]

    assert all(scores[student] == seconds for student, seconds in slowest)
    assert [row["seconds"] for row in shown["slowest"]] == [seconds for _, seconds in slowest]
    assert [row["count"] for row in shown["groups"]] == [row["count"] for row in hidden["groups"]]
    assert (hidden["names"], hidden["questions"]) == (False, shown["questions"])


def test_hidden_students_are_told_of_in_the_order_of_their_numbers(full):
    hidden = data(report(full, HOMEWORK, names=False))
    numbers = [int(row["student"].removeprefix("student ")) for row in hidden["students"]]
    broken = hidden["unreadable"][0]["file"]

    assert numbers == sorted(numbers)
    assert broken.removeprefix("student ").removesuffix(".json").isdigit()


def test_the_same_results_give_the_same_report(full):
    first = said(report(full, HOMEWORK, names=False))

    assert said(report(full, HOMEWORK, names=False)) == first


def test_a_class_without_results_is_refused_with_the_next_command(course):
    with pytest.raises(AuthorFault, match=r"run `nbgrader autograde rnn_gradients` first"):
        report(course, HOMEWORK, names=True)

    assert not (course.folder / "reports").exists()


def test_submissions_that_nobody_could_grade_make_a_report(course, school):
    unchecked = Criterion("grading", "This can be graded.", 0.0, Verdict.COULD_NOT_CHECK, "why")
    class_ = [Results(HOMEWORK, n, [Question("q", 0.0, True, [unchecked])]) for n in ("a", "b")]
    school.write_results(course, class_)
    found = data(report(course, HOMEWORK, names=True))

    assert found["distributions"][0]["median"] is None
    assert found["unchecked"] == [{"question": "q", "reason": "why", "students": ["a", "b"]}]
    assert found["awaiting"] == 2


def test_results_without_a_question_make_a_report(course, school):
    school.write_results(course, [Results(HOMEWORK, "ada")])
    shutil.rmtree(course.folder / "reports", ignore_errors=True)

    assert data(report(course, HOMEWORK, names=True))["questions"] == []


def test_a_class_of_a_thousand_has_a_report(course, school):
    class_ = school.class_of(1000)
    school.write_results(course, class_)
    school.write_gradebook(course, class_, graded=lambda number: number % 3 > 0)
    found = data(report(course, HOMEWORK, names=True))

    assert (found["submissions"], len(found["students"])) == (1000, 1000)
    assert found["cells"][0]["awaiting"] == 334
