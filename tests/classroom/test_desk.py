"""The cast: what a student's module says they do with an assignment."""

from types import SimpleNamespace

import pytest

from graders.classroom.desk import cast

MODULES = {
    "ada": '"""Ada answers rightly."""\n',
    "ben": (
        '"""Ben has a story about one assignment."""\n'
        'LOST = {"essay": {"title": 3}}\nNEEDS_HUMAN = True\n'
        'def essay(desk):\n    desk.wrote = "an essay"\n'
    ),
    "gus": (
        '"""Gus does the same whatever he is given."""\n'
        'LOST = "everything"\ndef work(desk):\n    desk.wrote = "nothing"\n'
    ),
}


@pytest.fixture
def actors(tmp_path):
    """A function that casts three students for an assignment."""
    for name, source in MODULES.items():
        (tmp_path / f"{name}.py").write_text(source)
    return lambda assignment: {one.student: one for one in cast(tmp_path, assignment)}


def wrote(actor):
    """What is on a desk after somebody worked at it."""
    desk = SimpleNamespace(wrote="", answer_all=lambda: None, save=lambda: None)
    desk.answer_all = lambda: setattr(desk, "wrote", "all the answers")
    actor.work(desk)
    return desk.wrote


def test_who_has_a_story_about_the_assignment_plays_it(actors):
    ben = actors("essay")["ben"]

    assert (wrote(ben), ben.lost, ben.needs_human) == ("an essay", {"title": 3}, True)


def test_who_has_none_answers_rightly_and_loses_nothing(actors):
    for name in ("ada", "ben"):
        one = actors("sums")[name]
        assert (wrote(one), one.lost, one.needs_human) == ("all the answers", {}, False)


def test_who_does_the_same_with_every_assignment_does_so(actors):
    for assignment in ("essay", "sums"):
        gus = actors(assignment)["gus"]
        assert (wrote(gus), gus.lost) == ("nothing", "everything")
