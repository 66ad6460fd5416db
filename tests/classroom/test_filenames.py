"""Names that could do harm are told from names that are only unusual."""

import pytest

from graders.classroom.filenames import (
    alike,
    is_notebook,
    trouble_with_name,
    trouble_with_path,
    trouble_with_student,
    visible,
)

HIDDEN = "its name holds characters that cannot be seen"


@pytest.mark.parametrize(
    "path",
    [
        "hw.ipynb",
        "./hw/hw.ipynb",
        "hw\\hw.ipynb",
        "a//b/hw.ipynb",
        "Übung für Zoë – 作业.ipynb",
        "na\u0308ive.ipynb",
        "🧑\u200d🎓.ipynb",
        'what? a*b: "c".ipynb',
        "... .ipynb",
        "console.ipynb",
        "hw",
    ],
)
def test_a_name_may_be_unusual(path):
    assert trouble_with_path(path) == ""


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "..", "a\\..\\x", "/etc/x", "\\x", "\\\\host\\x", "C:\\x", "c:x"]
)
def test_a_name_may_not_lead_out(path):
    assert trouble_with_path(path) == "its name leads out of the archive"


@pytest.mark.parametrize(
    "character", ["\n", "\r", "\0", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\udcff"]
)
def test_a_name_may_hide_nothing(character):
    assert trouble_with_path(f"a{character}b.ipynb") == HIDDEN
    assert trouble_with_path(f"a{character}b/hw.ipynb") == HIDDEN


@pytest.mark.parametrize("name", ["con", "NUL.ipynb", "Com1.tar.gz", "lpt¹", "aux .ipynb"])
def test_a_name_may_be_no_device_of_windows(name):
    assert trouble_with_name(name) == "its name is a device's on Windows"


def test_a_name_may_not_be_too_long_for_a_file_system():
    assert trouble_with_name("é" * 100) == ""
    assert trouble_with_name("é" * 101) == "its name is longer than 200 bytes"


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b"])
def test_a_path_is_no_name(name):
    assert trouble_with_name(name) == "its name is a path"


@pytest.mark.parametrize("name", ["ada", "Lovelace, Ada (12)", "o'hara", "zoë", "ada@school.edu"])
def test_students_have_the_names_they_have(name):
    assert trouble_with_student(name) == ""


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        (".ada", "nbgrader passes over names that begin with a dot"),
        ("..", "nbgrader passes over names that begin with a dot"),
        ("=1+1", "spreadsheets take names that begin with = + - @ for formulas"),
        ("-x", "spreadsheets take names that begin with = + - @ for formulas"),
        ("ada ", "nbgrader takes no name that begins or ends with a space"),
        ("a*", "nbgrader takes names with * ? [ ] for patterns"),
        ("[ada]", "nbgrader takes names with * ? [ ] for patterns"),
        ("a" * 129, "nbgrader takes names of 128 characters at most"),
        ("a\nb", HIDDEN),
        ("a/b", "its name is a path"),
    ],
)
def test_nbgrader_could_not_know_a_student_by_any_name(name, trouble):
    assert trouble_with_student(name) == trouble


@pytest.mark.parametrize(
    ("one", "other"), [("HW.ipynb", "hw.ipynb"), ("é", "e\u0301"), ("a\\b", "./a/b"), ("a.", "a")]
)
def test_some_file_system_takes_them_for_the_same(one, other):
    assert alike(one) == alike(other)
    assert alike(one) != alike(f"{other}2")


@pytest.mark.parametrize(
    "name", ["hw.ipynb", "HW.IPYNB", "hw.ipynb.txt", "hw.ipynb.json", "hw.ipynb (1)", "a b.ipynb.7"]
)
def test_a_notebook_is_known_by_its_name(name):
    assert is_notebook(name)


@pytest.mark.parametrize("name", [".ipynb", "._hw.ipynb", "hw.ipynb_old", "hw.json", "ipynb", ""])
def test_other_names_are_no_notebooks(name):
    assert not is_notebook(name)


def test_what_is_hidden_in_a_name_is_shown():
    assert visible("Zoë\n\x1b[2J\u202e\udcff") == "Zoë\\n\\x1b[2J\\u202e\\udcff"
    assert visible("a" * 1000) == "a" * 80 + " …"
