"""The class report: what a class knows, what it gets wrong, and what awaits a person."""

from pathlib import Path
from statistics import median

from nbgrader.coursedir import CourseDirectory

from graders.classroom.course import Course
from graders.classroom.report import (
    failures,
    files,
    gradebook,
    items,
    scores,
    students,
    submissions,
    trouble,
)
from graders.classroom.report.gradebook import Book
from graders.classroom.report.roster import HiddenRoster, Roster
from graders.classroom.report.rows import ClassReport, UnreadableRow
from graders.classroom.report.submissions import Submissions


def report(course: Course, assignment: str, *, names: bool) -> Path:
    """Write the report of a class on an assignment, and answer with the path of its page.

    Beside the page, in course/reports/<assignment>/, are its data as JSON and CSV. Without `names`
    students are numbered, and nothing that is written tells who is who. Raises AuthorFault if there
    are no results.
    """
    found = submissions.read(course.results_file(assignment, "_").parent, assignment)
    book = gradebook.read(CourseDirectory(parent=course).db_url, assignment)
    called = [*(results.student for results in found.graded), *found.unreadable]
    if names:
        roster = Roster(called)
    else:
        roster = HiddenRoster(called, book.people, course.key + assignment.encode())
    return files.write(survey(found, book, roster), course.folder / "reports" / assignment)


def survey(found: Submissions, book: Book, roster: Roster) -> ClassReport:
    """All that there is to tell, in rows, of results and what the gradebook says of them."""
    results = sorted(found.graded, key=lambda one: roster.number(one.student))
    rows = students.rows(results, book, roster)
    return ClassReport(
        assignment=results[0].assignment,
        names=not isinstance(roster, HiddenRoster),
        graded=found.newest.isoformat(" ", "minutes"),
        gradebook=roster.quote(book.missing),
        submissions=len(results),
        enrolled=None if book.missing else len(book.students),
        ungraded=None if book.missing else len(book.entries.keys() - {r.student for r in results}),
        awaiting=sum(students.awaits_somebody(row) for row in rows),
        unconfined=sum(one.sandbox != "confined" for one in results),
        # Results of before times were recorded say 0.
        median_seconds=median(one.seconds for one in results) or None,
        distributions=[scores.of_functions(results), scores.of_everything(book)],
        questions=items.questions(results),
        misconceptions=failures.misconceptions(results, roster),
        groups=failures.groups(results, roster),
        slowest=trouble.slowest(results, roster),
        crashes=trouble.crashes(results, roster),
        cells=book.cells,
        unchecked=trouble.unchecked(results, roster),
        repaired=trouble.repaired(results, roster),
        unreadable=_unreadable(found, roster),
        students=rows,
    )


def _unreadable(found: Submissions, roster: Roster) -> list[UnreadableRow]:
    """The files that hold no results, each called after its student."""
    return [
        UnreadableRow(f"{roster.call(student)}.json", roster.quote(found.unreadable[student]))
        for student in sorted(found.unreadable, key=roster.number)
    ]
