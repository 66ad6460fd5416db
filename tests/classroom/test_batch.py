"""Whatever one student hands in, everybody else is graded, and the run ends well."""

import os
import shutil

import pytest

BROKEN_TIMES = {"words": b"yesterday afternoon", "bytes": b"\xff\xfe", "far": b"99999-01-01"}

UNUSABLE_NAMES = {
    "line\nbreak": "a line break in its name",
    "long" * 32 + "!": "a student's name of more than 128 characters",
    "no text \udcff": "a name that is no UTF-8",
}
"""What a folder may be called and no student, and what is said of it."""


@pytest.fixture(scope="module")
def graded(new_classroom):
    """A class with hostile hand-ins, and a good student whose name comes last."""
    classroom = new_classroom()
    solved = classroom.root / "assignments/rnn_gradients/rnn_gradients.ipynb"
    for student in ("escape", "linked", "nothing", "prlimit", "zeros", "zz good", *BROKEN_TIMES):
        shutil.copy(solved, classroom.folder(student))
    for student, time in BROKEN_TIMES.items():
        (classroom.folder(student) / "timestamp.txt").write_bytes(time)
    (classroom.folder("nothing") / "rnn_gradients.ipynb").unlink()
    secret = classroom.root / "course/key"
    (classroom.folder("linked") / "secret.txt").symlink_to(secret)
    (classroom.folder("linked") / "dangling").symlink_to("nowhere")
    os.mkfifo(classroom.folder("linked") / "pipe")
    os.mkfifo(classroom.folder("linked") / "timestamp.txt")
    (classroom.folder("zeros") / "timestamp.txt").symlink_to("/dev/zero")
    named = classroom.folder("escape") / "\x1b]0;owned\x07.ipynb"
    (classroom.folder("escape") / "rnn_gradients.ipynb").rename(named)
    attack = (
        '{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": '
        '"import os, resource\\nresource.prlimit(os.getppid(), resource.RLIMIT_CPU, (0, 0))"}], '
        '"metadata": {}, "nbformat": 4, "nbformat_minor": 4}'
    )
    (classroom.folder("prlimit") / "rnn_gradients.ipynb").write_text(attack)
    for name in UNUSABLE_NAMES:
        (classroom.root / "course/submitted" / name / "rnn_gradients").mkdir(parents=True)
    return classroom, classroom.nbgrader("autograde", "rnn_gradients")


def test_the_run_ends_well(graded):
    assert graded[1].returncode == 0


@pytest.mark.parametrize("student", ["escape", "linked", "zeros", "zz good", *BROKEN_TIMES])
def test_a_right_answer_is_paid_whatever_lies_beside_it(graded, student):
    assert graded[0].results(student).score == 74


def test_a_time_that_cannot_be_read_is_told(graded):
    assert graded[0].results("words").needs_human[0].startswith("The time of submission could")


@pytest.mark.parametrize("trouble", UNUSABLE_NAMES.values())
def test_a_name_for_which_a_gradebook_has_no_room_is_told_and_passed_over(graded, trouble):
    assert f"has {trouble}: rename it" in graded[1].stderr


def test_no_link_is_followed(graded):
    copied = graded[0].root / "course/autograded/linked/rnn_gradients"

    assert [path.name for path in copied.iterdir()] == ["rnn_gradients.ipynb"]


def test_no_escape_sequence_reaches_the_terminal(graded):
    assert "]0;owned" in graded[1].stderr
    assert "\x1b]0;" not in graded[1].stderr
    assert "\x07" not in graded[1].stderr


def test_an_attack_on_the_zygote_costs_the_attacker_only(graded):
    assert graded[0].results("prlimit").score == 0
    assert graded[0].results("zz good").score == 74
