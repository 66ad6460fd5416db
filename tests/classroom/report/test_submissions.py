"""Results are read from their folder, and nothing else that lies there stops anybody."""

import json

import pytest

from graders.classroom.report.submissions import read
from graders.errors import AuthorFault
from graders.results import Criterion, Diagnosis, Question, Results, Verdict

HOMEWORK = "rnn_gradients"


@pytest.fixture
def folder(tmp_path):
    """A folder with the results of Ada, who is right."""
    write(tmp_path, "ada")
    return tmp_path


def write(folder, name, **about):
    """Write results that are sound but for what is told of them."""
    criteria = [Criterion("values", "Is right.", 1.0, Verdict.PASSED)]
    told = Diagnosis("log2", "Look again.", "The logarithm to base 2.")
    asked = [Question("loss", 1.0, criteria=criteria, diagnosis=told)]
    results = Results(HOMEWORK, name, asked, seconds=0.5)
    path = folder / f"{name}.json"
    results.write(path)
    path.write_text(json.dumps(json.loads(path.read_text()) | about))


def changed(record, *keys):
    """The questions of results in which a value deep down was changed: the last of `keys`."""
    *way, last, value = keys
    place = record
    for key in way:
        place = place[key]
    place[last] = value
    return record


def questions(folder, *keys):
    return changed(json.loads((folder / "ada.json").read_text())["questions"], *keys)


def test_results_are_read_with_their_age(folder):
    found = read(folder, HOMEWORK)

    assert [results.student for results in found.graded] == ["ada"]
    assert found.unreadable == {}
    assert found.newest.timestamp() == pytest.approx((folder / "ada.json").stat().st_mtime)


def test_results_that_are_just_being_written_are_not_looked_at(folder):
    (folder / "ben.part").write_text("{")

    assert read(folder, HOMEWORK).unreadable == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not JSON: Expecting value"),
        ("{", "is not JSON: Expecting property name"),
        ("[" * 10**5, "is not JSON: maximum recursion depth"),
        ("[]", "holds no results: TypeError"),
        ("{}", "holds no results: KeyError: 'questions'"),
        ('{"questions": [1]}', "holds no results: TypeError"),
        ('{"questions": []}', "holds no results: TypeError"),
        ("7", "holds no results: TypeError"),
        ("null", "holds no results: TypeError"),
    ],
)
def test_a_broken_file_is_told_of_and_stops_nobody(folder, text, reason):
    (folder / "ben.json").write_text(text)
    found = read(folder, HOMEWORK)

    assert len(found.graded) == 1
    assert found.unreadable["ben"].startswith(reason)


def test_bytes_that_are_no_text_stop_nobody(folder):
    (folder / "ben.json").write_bytes(b"\xff\xfe\x00")

    assert read(folder, HOMEWORK).unreadable["ben"].startswith("is not JSON: 'utf-8' codec")


def test_a_folder_and_a_link_to_nowhere_stop_nobody(folder):
    (folder / "ben.json").mkdir()
    (folder / "chen.json").symlink_to(folder / "nowhere")

    assert read(folder, HOMEWORK).unreadable == {
        "ben": "cannot be read: Is a directory",
        "chen": "cannot be read: No such file or directory",
    }


@pytest.mark.parametrize("about", [{"student": "eve"}, {"assignment": "other"}])
def test_results_of_somebody_else_are_not_counted(folder, about):
    write(folder, "ben", **about)

    assert read(folder, HOMEWORK).unreadable == {
        "ben": "holds the results of somebody else, or of another assignment"
    }


@pytest.mark.parametrize(
    "about",
    [
        {"repairs": "moved"},
        {"repairs": [1]},
        {"stopped_cells": [None]},
        {"seconds": "long"},
        {"seconds": float("nan")},
        {"seconds": float("inf")},
        {"seconds": -1},
        {"sandbox": None},
    ],
)
def test_results_with_a_value_of_the_wrong_kind_are_not_counted(folder, about):
    write(folder, "ben", **about)

    wrong = "holds no results: something in it is of the wrong kind"
    assert read(folder, HOMEWORK).unreadable == {"ben": wrong}


@pytest.mark.parametrize(
    "keys",
    [
        (0, "name", 7),
        (0, "max_score", "ten"),
        (0, "max_score", float("nan")),
        (0, "criteria", 0, "points", None),
        (0, "criteria", 0, "points", -1),
        (0, "criteria", 0, "problem", ["x"]),
        (0, "criteria", 0, "fault", None),
        (0, "diagnosis", "staff", None),
    ],
)
def test_a_question_with_a_value_of_the_wrong_kind_is_not_counted(folder, keys):
    write(folder, "ben", questions=questions(folder, *keys))

    assert [*read(folder, HOMEWORK).unreadable] == ["ben"]


def test_a_question_or_criterion_that_is_there_twice_is_not_counted(folder):
    once = questions(folder, 0, "bonus", False)
    twice = changed(questions(folder, 0, "bonus", False), 0, "criteria", once[0]["criteria"] * 2)
    write(folder, "ben", questions=once * 2)
    write(folder, "chen", questions=twice)

    assert [*read(folder, HOMEWORK).unreadable] == ["ben", "chen"]


def test_a_verdict_that_does_not_exist_is_told(folder):
    write(folder, "ben", questions=questions(folder, 0, "criteria", 0, "verdict", "perhaps"))

    wrong = "holds no results: ValueError: 'perhaps' is not a valid Verdict"
    assert read(folder, HOMEWORK).unreadable == {"ben": wrong}


def test_a_class_without_results_is_refused_with_the_command_that_makes_them(tmp_path):
    with pytest.raises(AuthorFault, match="holds no results: run `nbgrader autograde hw` first"):
        read(tmp_path / "hw", "hw")


def test_a_class_of_broken_results_is_refused_with_their_number(tmp_path):
    (tmp_path / "ada.json").touch()

    with pytest.raises(AuthorFault, match="no results, only 1 files that cannot be read: run"):
        read(tmp_path, "hw")
