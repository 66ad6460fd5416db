"""What is printed while grading: whatever students call things, it does nothing to a terminal."""

import json
import logging
import sys
import unicodedata
import zipfile

import pytest

from graders.classroom.terminal import VisibleRecord, visible

HW = "rnn_gradients"
ESCAPES = {
    "colour": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;title\x07",
    "link": "\x1b]8;;https:evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "screen": "\x1b[2J\x1b[H",
    "of one byte": "\x9b2J\x9d0;title\x9c",
    "answer": "\x05\x1b[6n\x1bP+q\x1b\\",
    "overwriting": "bad\rgood\x08\x08\x7f",
    "direction": "\u202egpj.exe\u202c\u2066x\u2069",
    "invisible": "a\u200bb\u2028c\ufeff",
}
NASTY = "".join(ESCAPES.values()).replace("/", "")
SHOUT = r"\x1b[31mshout"


def what_acts(text):
    """The characters of a text that a terminal acts on."""
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl")} - {"\n", "\t"}


@pytest.mark.parametrize("name", ESCAPES)
def test_what_a_terminal_would_act_on_is_written_out(name):
    assert what_acts(ESCAPES[name])
    assert not what_acts(visible(ESCAPES[name]))


def test_what_can_be_read_stays_as_it_is():
    text = "Zoë Łuk\t→ 3 × ∂h\n  $x$ 漢字 🙂"

    assert visible(text) == text


def test_messages_arguments_and_tracebacks_are_visible_in_every_format():
    try:
        raise ValueError(NASTY)
    except ValueError:
        record = VisibleRecord("x", logging.ERROR, "f", 1, "about %s", (NASTY,), sys.exc_info())
    said = logging.Formatter("%(levelname)s %(message)s").format(record)

    assert not what_acts(said)
    assert said.startswith(r"ERROR about \x1b[31mred")
    assert r"ValueError: \x1b[31mred" in said
    assert "Traceback" in said


NOTEBOOK = {
    "metadata": {"kernelspec": {"name": NASTY, "display_name": NASTY, "language": NASTY}},
    "cells": [
        {"cell_type": "markdown", "source": NASTY, "metadata": {"nbgrader": {"grade_id": NASTY}}},
        {"cell_type": "code", "source": f"# {NASTY}\nraise type({NASTY!r}, (Exception,), {{}})"},
        {"cell_type": "code", "source": f"import os\nfor n in 1, 2: os.write(n, b'{SHOUT}')"},
        {"cell_type": "code", "source": f"import sys\nprint('{SHOUT}', file=sys.__stderr__)"},
        {"cell_type": "code", "source": f"# {NASTY}\nwhile True: pass"},
        {"cell_type": NASTY, "source": {NASTY: NASTY}},
    ],
}


@pytest.fixture(scope="module")
def said(new_classroom):
    """What nbgrader's commands say of students who call everything nastily."""
    classroom = new_classroom()
    inbound = classroom.root / "course/exchange/unrolled/inbound"
    archives = classroom.root / "course/downloaded" / HW / "archive"
    archives.mkdir(parents=True)
    hand_in(classroom.folder("plain"))
    hand_in(classroom.folder(NASTY))
    for number, name in enumerate(ESCAPES.values()):
        hand_in(inbound / f"by {number}{name}+{HW}+2026-01-01 12:00:00 UTC+{number}")
        with zipfile.ZipFile(archives / f"of {number}{name}.zip", "w") as archive:
            archive.writestr(f"{HW}.ipynb", json.dumps(NOTEBOOK))
            archive.writestr(f"{name}.ipynb", "{}")
    commands = (
        "autograde",
        "generate_feedback",
        "release_feedback",
        "list",
        "collect",
        "zip_collect",
    )
    ran = {command: classroom.nbgrader(command, HW, check=False) for command in commands}
    return {command: done.stdout + done.stderr for command, done in ran.items()}


def hand_in(folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{HW}.ipynb").write_text(json.dumps(NOTEBOOK))
    (folder / f"{NASTY}.ipynb").write_text("{}")
    (folder / f"{NASTY}.txt").write_text(NASTY)
    (folder / "timestamp.txt").write_text(NASTY)


@pytest.mark.parametrize("command", ["autograde", "generate_feedback", "collect", "zip_collect"])
def test_a_command_says_nothing_that_acts(said, command):
    assert what_acts(said[command]) == set()
    assert r"\x1b" in said[command]
