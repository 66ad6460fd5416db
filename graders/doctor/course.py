"""Whether a course is set up so that it can be graded, and its secrets are its own."""

import stat
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from graders.classroom import database
from graders.classroom.course import Course, course_in
from graders.doctor.findings import Finding, bad, good, notice
from graders.errors import AuthorFault, UnrolledError
from graders.grader import load

SECRET = ("assignments", "reference", "graders", "course/key", "course/gradebook.db")


def examine_course(root: Path) -> Iterator[Finding]:
    """The course in `root`: configuration, gradebook, assignments, and who can read its secrets."""
    try:
        course = course_in(root)
        limits = course.rules.limits
    except UnrolledError as fault:
        yield bad(str(fault), "run this in a course's folder, with a configuration that loads")
        return
    if limits.confined:
        yield good("student code is confined (nbgrader_config.py)")
    else:
        yield bad(
            "nbgrader_config.py sets confined=False: student code can do whatever you can",
            "remove that, unless you trust every student with your files and grades",
        )
    yield from _assignments(root)
    yield _gradebook(course)
    yield from _readable_secrets(root)


def _assignments(root: Path) -> Iterator[Finding]:
    notebooks = sorted((root / "assignments").glob("*/*.ipynb"))
    if not notebooks:
        yield bad(
            f"there is no notebook in {root / 'assignments'}",
            "write one in assignments/<assignment>/<assignment>.ipynb",
        )
    for path in notebooks:
        try:
            questions = [load(path.stem, name).question for name in _asked(path)]
        except AuthorFault as fault:
            yield bad(str(fault), "write the grader, or take the question out of the notebook")
        else:
            yield good(f"{path.stem}: {len(questions)} questions, each with its grader")


def _asked(path: Path) -> list[str]:
    cells = nbformat.read(path, as_version=4).cells
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in cells]
    return [name.removeprefix("test_") for name in ids if name.startswith("test_")]


def _gradebook(course: Course) -> Finding:
    url = course.config.CourseDirectory.db_url
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        return good("there is no gradebook yet: nbgrader makes one when it needs it")
    try:
        with Gradebook(url) as gradebook:
            return good(f"the gradebook answers: {len(gradebook.students)} students")
    except database.REFUSED as error:
        return bad(*database.refusal(error, url))


def _readable_secrets(root: Path) -> Iterator[Finding]:
    open_to_all = [name for name in SECRET if _is_open(root / name)]
    if open_to_all:
        yield notice(
            f"everybody with an account on this machine can read {', '.join(open_to_all)}",
            f"if students have accounts here: chmod -R o-rwx {' '.join(open_to_all)}",
        )
    else:
        yield good("nobody else on this machine can read the assignments, graders and grades")


def _is_open(path: Path) -> bool:
    """Whether others may read a path: it, and the way to it."""
    path = path.resolve()
    if not path.exists():
        return False
    way = all(folder.stat().st_mode & stat.S_IXOTH for folder in path.parents)
    return bool(way and path.stat().st_mode & stat.S_IROTH)
