"""A database that does not answer is told of in words: what, where, and what to do about it."""

import pytest

from graders.classroom.configuration import find_programs_beside_python
from graders.classroom.database import opened
from graders.classroom.pace import main, measure
from graders.errors import AuthorFault, MachineFault
from tests.classroom.courses import ASSIGNMENT, Class

NOWHERE = "postgresql+psycopg://ta:secret@/course?host=/nowhere"


@pytest.fixture(autouse=True, scope="module")
def _alembic():
    """nbgrader starts `alembic` by name, in an environment that need not be activated."""
    find_programs_beside_python()


def refused(db_url, fault):
    with pytest.raises(fault) as refusal:
        opened(db_url, "course")
    said = str(refusal.value)
    assert "secret" not in said
    assert "\n" not in said
    return said


def test_a_server_that_does_not_answer_is_named_with_what_to_do():
    said = refused(NOWHERE, MachineFault)

    assert said.startswith(
        "the gradebook does not answer: postgresql+psycopg://ta:***@/course?host=%2Fnowhere: "
    )
    assert "No such file or directory" in said
    assert said.endswith("; start the server, or check db_url in nbgrader_config.py")


def test_a_driver_that_is_missing_is_named_with_the_command_that_installs_ours():
    said = refused("mysql://ta:secret@host/course", MachineFault)

    assert "mysql://ta:***@host/course: No module named 'MySQLdb'; install that, or " in said
    assert "postgresql+psycopg://…" in said
    assert "pip install -c constraints.txt -e '.[postgresql]'" in said


@pytest.mark.parametrize("db_url", ["no url of a secret", "nothing+known://host/course"])
def test_what_is_no_url_of_a_database_is_the_authors_fault(db_url):
    assert refused(db_url, AuthorFault).endswith("; check db_url in nbgrader_config.py")


def test_both_commands_refuse_in_words_and_grade_nobody(new_classroom):
    classroom = new_classroom()
    Class(classroom).hand_in("ada")
    config = classroom.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace("parent)", f"parent, db_url={NOWHERE!r})"))
    course = Class(classroom)

    for program, command in (("unrolled", "grade"), ("nbgrader", "autograde")):
        with course.calling(program, command, ASSIGNMENT) as run:
            said = "".join(run.communicate())

        assert run.returncode == 1
        assert "the gradebook does not answer: postgresql+psycopg://ta:***@" in said
        assert "Traceback" not in said
    assert not (classroom.root / "course/results").exists()


def test_the_pace_is_measured_in_an_empty_gradebook_only(tmp_path, capsys):
    place = f"sqlite:///{tmp_path}/gradebook.db"
    pace = measure(place, 20)

    assert min(pace.new, pace.again) > 0
    assert main([place]) == 1
    assert capsys.readouterr().err == (
        "got a gradebook with people's work, but an empty one is needed\n"
    )
