"""What the doctor says of a course."""

import shutil
from pathlib import Path

import pytest

from graders.doctor.course import examine_course
from graders.doctor.findings import Health

ROOT = Path(__file__).parents[2]
CONFIG = """
from pathlib import Path
from graders.classroom.configuration import configure
configure(get_config(), root=Path(__file__).parent{options})
"""


@pytest.fixture
def course(tmp_path):
    """A function that makes a course; its options are those of `configure`."""

    def course(options=""):
        shutil.copytree(ROOT / "assignments", tmp_path / "assignments")
        (tmp_path / "nbgrader_config.py").write_text(CONFIG.format(options=options))
        return tmp_path

    return course


def told(findings, health):
    return [finding.told for finding in findings if finding.health is health]


def test_a_course_that_is_well_is_said_to_be(course):
    found = [*examine_course(course())]

    assert told(found, Health.BAD) == []
    good = told(found, Health.GOOD)
    assert "student code is confined (nbgrader_config.py)" in good
    assert "rnn_gradients: 8 questions, each with its grader" in good
    assert "there is no gradebook yet: nbgrader makes one when it needs it" in good


def test_a_folder_without_a_course_is_no_course(tmp_path):
    (found,) = examine_course(tmp_path)

    assert found.health is Health.BAD
    assert "there is no nbgrader_config.py" in found.told


def test_a_limit_that_does_not_exist_is_named(course):
    (found,) = examine_course(course(", no_such_limit=1"))

    assert found.health is Health.BAD
    assert "sets ['no_such_limit']" in found.told


def test_a_class_that_is_trusted_is_an_alarm(course):
    found = examine_course(course(", confined=False"))

    (alarm,) = told(found, Health.BAD)
    assert alarm.startswith("nbgrader_config.py sets confined=False")


def test_a_question_without_a_grader_is_named(course):
    root = course()
    notebook = root / "assignments/rnn_gradients/rnn_gradients.ipynb"
    text = notebook.read_text().replace('"test_step_jacobian"', '"test_no_such_question"')
    notebook.write_text(text)

    (alarm,) = told(examine_course(root), Health.BAD)

    assert "graders/rnn_gradients/test_no_such_question.py" in alarm


def test_a_course_without_an_assignment_is_named(course):
    root = course()
    shutil.rmtree(root / "assignments")

    (alarm,) = told(examine_course(root), Health.BAD)

    assert alarm == f"there is no notebook in {root / 'assignments'}"


@pytest.mark.parametrize("url", ["mysql://nowhere/x", "no url", "sqlite:///{}"])
def test_a_gradebook_that_does_not_answer_is_named(course, tmp_path, url):
    junk = tmp_path / "junk.db"
    junk.write_text("no database")

    (alarm,) = told(examine_course(course(f", db_url={url.format(junk)!r}")), Health.BAD)

    assert alarm.startswith("the gradebook does not answer: ")


def test_the_gradebooks_password_is_nobodys_business(course):
    (alarm,) = told(examine_course(course(", db_url='mysql://ta:secret@nowhere/x'")), Health.BAD)

    assert "mysql://ta:***@nowhere/x: No module named" in alarm


def test_secrets_that_everybody_can_read_are_named_and_those_of_ones_own_are_not(course):
    root = course()
    for folder in (root, *root.parents):
        if folder.stat().st_uid == root.stat().st_uid and "pytest" in str(folder):
            folder.chmod(0o755)
    (root / "assignments").chmod(0o755)

    (notice,) = told(examine_course(root), Health.NOTICE)
    assert notice.endswith("can read assignments")

    (root / "assignments").chmod(0o700)
    assert told(examine_course(root), Health.NOTICE) == []
