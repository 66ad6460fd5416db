"""Harm is noticed, of every kind: attacks are tried where they are known to succeed."""

import nbformat
import pytest

from graders.doctor import ours, stock
from graders.doctor.attacks import Attack
from graders.doctor.trial import try_all
from graders.errors import MachineFault

ASSIGNMENT = "rnn_gradients"
ALL_RIGHT = 74.0


def attack(name, cell, *, wrong=(), secret=""):
    """An attack that answers rightly what is not `wrong`, and runs `cell(stage)` beside."""

    def work(desk, stage):
        desk.answer_all(but=wrong)
        desk.add_cell(cell(stage))
        desk.save()

    return Attack(name, 3, f"Tries {name}.", "", work, wrong, secret)


def takes_from_others(stage):
    book = str(stage.root / "course/gradebook.db")
    return f"""
import sqlite3

with sqlite3.connect({book!r}) as book:
    book.execute("UPDATE grade SET auto_score = 0")
"""


def leaves_a_process(_):
    return "import subprocess\nsubprocess.Popen(['sleep', '600'], start_new_session=True)"


def calls(stage):
    return f"import socket\nsocket.create_connection(('127.0.0.1', {stage.tcp_port}))"


TRUSTED = [
    attack("does_nothing", lambda stage: "print('nothing')"),
    attack("reads", lambda stage: f"print(open({str(stage.root / 'course/key')!r}).read())"),
    attack("writes", lambda stage: f"open({str(stage.home / 'new')!r}, 'w')"),
    attack("calls", calls),
    attack("leaves_a_process", leaves_a_process),
    attack("stops", lambda stage: f"import os\nos.kill({stage.bystander.pid}, 19)"),
    attack("boasts", lambda stage: f"print({stage.boast})"),
    attack("takes_from_others", takes_from_others),
]


@pytest.fixture(scope="module")
def trusted(source):
    """What became of attacks in a class that is trusted: nothing keeps them from it."""
    shares = []
    found = try_all(TRUSTED, source, ours.config(confined=False), shares.append)
    assert shares == [(number + 1) / len(TRUSTED) for number in range(len(TRUSTED))]
    return {verdict.attack.name: verdict for verdict in found}


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("does_nothing", []),
        ("reads", ["read the course key"]),
        ("calls", ["sent 1 messages"]),
        ("leaves_a_process", ["left 1 processes behind"]),
        ("stops", ["did something to another process"]),
        ("boasts", ["said that it did so"]),
        ("takes_from_others", ["changed others' scores"]),
    ],
)
def test_harm_is_noticed(trusted, name, harm):
    assert trusted[name].harm == harm


def test_a_file_that_was_changed_is_named(trusted):
    assert trusted["writes"].harm == ["changed home/new"]


def test_a_verdict_says_what_was_earned_and_how_long_it_took(trusted):
    assert trusted["reads"].score == ALL_RIGHT
    assert 0 < trusted["reads"].seconds < 60


def pays_itself(desk, stage):
    desk.answer_all(but=("step_jacobian",))
    desk.cell("step_jacobian").source = "get_ipython().run_code = print"
    tagged = desk.cell("test_step_jacobian")
    tagged.metadata.tags = ["skip-execution"]
    desk.save()


def acts_on_a_page(desk, stage):
    desk.answer_all()
    desk.notebook.cells.append(nbformat.v4.new_markdown_cell("<script>attackmark()</script>"))
    desk.save()


def is_no_notebook(desk, stage):
    desk.file.write_text("no notebook")


def shows_much(desk, stage):
    desk.answer_all()
    desk.add_cell("print('x' * 30_000_000)")
    desk.save()


def deletes_the_checks(desk, stage):
    desk.notebook.cells.remove(desk.cell("test_step_jacobian"))
    desk.save()


WRONG = ("step_jacobian",)
ALONE = [
    Attack("pays_itself", 1, "", "", pays_itself, WRONG),
    Attack("deletes_the_checks", 1, "", "", deletes_the_checks, WRONG),
    Attack("acts_on_a_page", 7, "", "", acts_on_a_page),
    Attack("shows_much", 6, "", "", shows_much),
    Attack("is_no_notebook", 8, "", "", is_no_notebook),
    attack("is_told", lambda stage: "print('nothing')", secret="the graders"),
]


@pytest.fixture(scope="module")
def alone(source):
    """What became of attacks in a course that nbgrader grades alone."""
    notebook = stock.in_nbgraders_own_way(nbformat.from_dict(source), ASSIGNMENT)
    found = try_all(ALONE, notebook, stock.CONFIG)
    return {verdict.attack.name: verdict for verdict in found}


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("pays_itself", "earned 10 for a wrong step_jacobian"),
        ("deletes_the_checks", "left a wrong step_jacobian to a person"),
        ("acts_on_a_page", "put <script> … into a page"),
        ("shows_much", "shows 5"),
        ("is_no_notebook", "stopped nbgrader autograde"),
        ("is_no_notebook", "was not graded at all"),
        ("is_told", "is shown the graders, as all are"),
    ],
)
def test_harm_to_nbgrader_alone_is_noticed(alone, name, harm):
    assert any(told.startswith(harm) for told in alone[name].harm)


def test_what_is_not_graded_has_no_score(alone):
    assert alone["is_no_notebook"].score is None


def test_a_course_that_does_not_pay_for_right_answers_is_the_machines_fault(source):
    without = ours.config() + "get_config().SaveAutoGrades.enabled = False\n"
    with pytest.raises(MachineFault, match="on the stage, right answers earned 0 points"):
        try_all([], source, without)


def test_a_course_that_cannot_grade_is_the_machines_fault(source):
    broken = ours.config() + "get_config().Autograde.create_student = False\n"

    with pytest.raises(
        MachineFault, match="earned 0 points and stopped nbgrader autograde: No stu"
    ):
        try_all([], source, broken)
