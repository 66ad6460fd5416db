"""The course's settings and files, and what is said when they are wrong."""

import stat

import pytest
from traitlets.config import Config

from graders.classroom.configuration import configure
from graders.classroom.course import Course
from graders.classroom.desk import cast
from graders.errors import AuthorFault, MachineFault


def course(root, **options):
    """The course that `configure` makes of a folder."""
    config = Config()
    configure(config, root, **options)
    return Course(config=config)


def test_settings_reach_the_rules(tmp_path):
    rules = course(tmp_path, reveal="everything", call_seconds=7.0, confined=False).rules

    assert rules.reveal == "everything"
    assert (rules.limits.call_seconds, rules.limits.confined) == (7.0, False)


def test_the_key_is_made_once_and_for_the_owner_only(tmp_path):
    key = course(tmp_path).key

    assert course(tmp_path).key == key
    assert len(key) == 64
    assert stat.S_IMODE((tmp_path / "course/key").stat().st_mode) == 0o600


def test_two_courses_have_keys_of_their_own(tmp_path):
    assert course(tmp_path / "a").key != course(tmp_path / "b").key


def test_a_key_that_cannot_be_kept_is_the_machines_fault(tmp_path):
    one = course(tmp_path)
    (tmp_path / "course/cache").rmdir()
    (tmp_path / "course/exchange").rmdir()
    (tmp_path / "course").rmdir()

    with pytest.raises(MachineFault, match="cannot keep the course key in "):
        _ = one.key


def test_a_limit_that_does_not_exist_is_refused_in_words(tmp_path):
    with pytest.raises(AuthorFault, match=r"sets \['call_minutes'\], but limits are: confined, "):
        configure(Config(), tmp_path, call_minutes=1)


def test_a_reveal_setting_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(ValueError, match="'all' is not a valid Reveal"):
        configure(Config(), tmp_path, reveal="all")


def test_a_release_that_is_missing_is_refused_with_the_command_that_makes_it(tmp_path):
    with pytest.raises(AuthorFault, match="run `nbgrader generate_assignment homework` first"):
        course(tmp_path).release("homework")


def test_a_cast_without_students_is_refused_in_words(tmp_path):
    with pytest.raises(AuthorFault, match="but there should be one per"):
        cast(tmp_path, "homework")
