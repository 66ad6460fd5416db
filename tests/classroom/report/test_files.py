"""Tables in which no spreadsheet finds a formula, and the same files whoever is called how."""

import csv
import io
import json
from dataclasses import asdict

import pytest

from graders.classroom.report import gradebook, survey
from graders.classroom.report.files import tables, write
from graders.classroom.report.roster import Roster
from graders.classroom.report.submissions import read
from graders.results import Criterion, Question, Results, Verdict

FILES = {"students", "questions", "criteria", "misconceptions", "groups"}


@pytest.fixture
def survey_of(course, school):
    """A function that makes the report of a class, without a gradebook."""

    def survey_of(results):
        school.write_results(course, results)
        folder = course.results_file(results[0].assignment, "_").parent
        found, nothing = read(folder, results[0].assignment), gradebook.Book(missing="No.")
        return survey(found, nothing, Roster(r.student for r in found.graded))

    return survey_of


def rows(text):
    """A table as a spreadsheet reads it: a list of dicts."""
    assert text[0] == "\ufeff"
    return [*csv.DictReader(io.StringIO(text[1:], newline=""), strict=True)]


def read_tables(report):
    return {name.removesuffix(".csv"): rows(t) for name, t in tables(asdict(report)).items()}


def test_there_is_a_table_for_each_kind_of_row(survey_of, school):
    report = survey_of(school.class_of(60))
    found = read_tables(report)

    assert {name: len(table) for name, table in found.items()} == {
        "students": 60,
        "questions": 8,
        "criteria": 40,
        "misconceptions": len(report.misconceptions),
        "groups": len(report.groups),
    }


def test_a_students_row_has_the_scores_of_all_questions(survey_of, school):
    class_ = school.class_of(30)
    found = {row["student"]: row for row in read_tables(survey_of(class_))["students"]}

    for results in class_:
        row = found[results.student]
        assert float(row["score"]) == pytest.approx(results.score)
        for question in results.questions:
            assert float(row[f"{question.name} score"]) == pytest.approx(question.score)
            assert row[f"{question.name} verdict"] == question.verdict
            if question.diagnosis:
                assert row[f"{question.name} kind"] == question.diagnosis.name


def test_a_criterions_row_has_its_rates(survey_of, school):
    report = survey_of(school.class_of(30))
    first, row = report.questions[0].criteria[0], read_tables(report)["criteria"][0]

    assert (row["question"], row["name"]) == (first.question, first.name)
    assert float(row["pass_rate"]) == first.pass_rate
    assert float(row["discrimination"]) == pytest.approx(first.discrimination)


def test_what_is_not_known_is_an_empty_cell(survey_of, school):
    found = read_tables(survey_of(school.class_of(2)))

    assert found["criteria"][0]["discrimination"] == ""
    assert found["students"][0]["total"] == ""


def test_tables_without_rows_have_their_head(survey_of):
    found = tables(asdict(survey_of([Results("homework", "ada")])))

    assert found.keys() == {f"{name}.csv" for name in FILES}
    assert all(text.count("\r\n") == 1 for name, text in found.items() if name != "students.csv")
    assert "diagnosed" in found["groups.csv"]


@pytest.mark.parametrize(
    "name", ["=cmd|'C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", " =1+1", "\t=1", "\r=1", "\n=1"]
)
def test_no_cell_is_a_formula(survey_of, name):
    problem = Criterion("values", "Is.", 1.0, Verdict.FAILED, f"{name} at `x`", fault=name)
    class_ = [Results("homework", f"{name}{n}", [question(name, problem)]) for n in "ab"]

    for table in read_tables(survey_of(class_)).values():
        for row in table:
            for value in [*row, *row.values()]:
                assert value[:1] not in [*"=+-@＝＋－＠\t\r\n"] or is_number(value)


def question(name, criterion):
    return Question(name, 1.0, criteria=[criterion])


def is_number(value):
    try:
        float(value)
    except ValueError:
        return False
    return value not in ("+1", "-1")


def test_a_negative_number_stays_a_number(survey_of):
    class_ = [
        Results("homework", f"s{n}", [one("first", n < 5), one("second", n >= 5)])
        for n in range(10)
    ]
    first, _ = read_tables(survey_of(class_))["questions"]

    assert float(first["discrimination"]) == pytest.approx(-1.0)


def one(name, right):
    verdict = Verdict.PASSED if right else Verdict.FAILED
    return question(name, Criterion("values", "Is.", 1.0, verdict))


def test_texts_are_quoted_so_no_semicolon_splits_them(survey_of):
    text = tables(asdict(survey_of([Results("homework", 'a;=1"b')])))["students.csv"]

    assert '\r\n"a;=1""b",' in text


def test_what_is_written_is_whole_or_not_there(survey_of, school, tmp_path):
    page = write(survey_of(school.class_of(3)), tmp_path / "new" / "folder")

    names = {f"{name}.csv" for name in FILES} | {"report.json", "report.html"}
    assert {path.name for path in page.parent.iterdir()} == names
    assert page.name == "report.html"


def test_the_json_is_the_report(survey_of, school, tmp_path):
    report = survey_of(school.class_of(20))
    page = write(report, tmp_path)

    assert json.loads((page.parent / "report.json").read_text()) == asdict(report)
