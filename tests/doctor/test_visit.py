"""A visit of the doctor, as it looks in a terminal."""

import re
from contextlib import chdir
from pathlib import Path

import pytest

from graders.cli import main

ROOT = Path(__file__).parents[2]
QUIET = '''"""Prints something."""

PROMISE = 3
RIGHT = True


def work(desk, stage):
    desk.answer_all()
    desk.save()
'''
BOAST = '''"""Says that it did it."""

PROMISE = 5


def work(desk, stage):
    desk.answer_all()
    desk.add_cell(f"print({stage.boast})")
    desk.save()
'''


def test_a_visit_says_what_was_tried_what_is_installed_and_how_the_course_is(capsys):
    with chdir(ROOT):
        status = main(["doctor"])

    said = capsys.readouterr().out
    headings = re.findall(r"^(\w.*)$", said, re.MULTILINE)
    assert headings == [
        "What this machine keeps from student code",
        "What is installed",
        "This course",
    ]
    assert "✗" not in said
    assert status == 0


def test_a_visit_where_something_is_bad_fails(tmp_path, capsys):
    with chdir(tmp_path):
        assert main(["doctor"]) == 1

    said = capsys.readouterr().out
    assert f" ✗ there is no nbgrader_config.py in {tmp_path}" in said
    assert "   → run this in a course's folder" in said


@pytest.fixture
def attacks(folder_of_attacks):
    folder_of_attacks("prints", QUIET)
    return folder_of_attacks("boasts", BOAST)


def test_attacks_are_tried_and_told(attacks, tmp_path, capsys):
    table = tmp_path / "table.md"
    words = ["doctor", "--corpus", str(attacks), "--stock", "--table", str(table), "--attacks"]

    assert main(words) == 1

    said = " ".join(capsys.readouterr().out.split())
    assert "promise attacks withstood by nbgrader alone" in said
    assert "3 Nothing outside the submission's own folder can be written. 1 1 1" in said
    assert "boasts (promise 5): said that it did so" in said
    assert [line.split(" | ")[-2:] for line in table.read_text().splitlines()[2:]] == [
        ["withstood", "withstood |"],
        ["said that it did so", "said that it did so |"],
    ]


def test_only_those_attacks_are_tried_that_are_named(attacks, capsys):
    assert main(["doctor", "--corpus", str(attacks), "--attacks", "prints"]) == 0
    assert "boasts" not in capsys.readouterr().out


def test_an_attack_that_does_not_exist_is_refused(attacks, capsys):
    assert main(["doctor", "--corpus", str(attacks), "--attacks", "no_such"]) == 1
    assert f"there is no attack no_such in {attacks}" in capsys.readouterr().err
