"""The pytest plugin that turns a hidden grader into results.

A hidden grader is a file `test_<question>.py`; each of its tests is a criterion: its docstring is
the sentence that the student reads, its marker `criterion` says what it is worth, and on the
fixture `exam` it writes down what is to be asked; that is then put to the student. A StudentFault
fails the criterion; any other exception is ours, and the criterion could not be checked.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graders.draws import Draws
from graders.errors import AuthorFault, StudentFault
from graders.grader import GRADERS, parameters_of
from graders.marks import put_all
from graders.paper import Paper
from graders.results import Criterion, Verdict
from graders.sandbox.student import Student

NOT_NEEDED = (
    # These two look through all memory for garbage, which takes longer than most graders do.
    *("unraisableexception", "threadexception"),
    *("cacheprovider", "debugging", "doctest", "faulthandler", "junitxml", "legacypath", "logging"),
    *("pastebin", "setuponly", "setupplan", "stepwise", "unittest"),
)
"""Parts of pytest that no grader uses, and that every submission would pay for."""
QUIET = (
    "-q",
    "--capture=no",
    "--no-header",
    "--continue-on-collection-errors",
    "--tb=native",  # nobody reads it, and pytest's own takes longer than the question
    *(word for part in NOT_NEEDED for word in ("-p", f"no:{part}")),
)


def criterion(points: float) -> Callable[[Callable], Callable]:
    """Mark a test as a criterion that is worth `points`."""
    return pytest.mark.criterion(points=points)


def examine(
    questions: list[str],
    assignment: str,
    student: Student,
    course_key: bytes,
    student_id: str,
    home: Path = GRADERS,
) -> dict[str, list[Criterion]]:
    """Put the questions to a student: for each one, its criteria and what became of them.

    The grader of a question is `home/<assignment>/test_<question>.py`.
    """
    plugin = Grading(assignment, student, course_key, student_id)
    files = {question: home / assignment / f"test_{question}.py" for question in questions}
    there = [str(file) for file in files.values() if file.exists()]
    said = StringIO()
    if there:  # without a file to run, pytest would look for some by itself
        options = [*QUIET, "-c", str(GRADERS / "pytest.ini"), *there]
        with redirect_stdout(said), np.errstate(all="ignore"), _environment_of_our_own():
            status = pytest.main(options, plugins=[plugin])
        if status == pytest.ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
    return {q: plugin.criteria.get(q) or [_unchecked(file, said)] for q, file in files.items()}


@contextmanager
def _environment_of_our_own() -> Iterator[None]:
    """Keep the surrounding environment from choosing, or adding to, what is asked."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("PYTEST_")}
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        os.environ.update(kept)


class Grading:
    """Collects the criteria of one submission while pytest runs them."""

    def __init__(
        self, assignment: str, student: Student, course_key: bytes, student_id: str
    ) -> None:
        self._assignment, self._student = assignment, student
        self._course_key, self._student_id = course_key, student_id
        self.criteria: dict[str, list[Criterion]] = {}
        self._question, self._witness = "", {}

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the marker known."""
        config.addinivalue_line("markers", "criterion(points): what a criterion is worth")

    @pytest.fixture
    def exam(self, request: pytest.FixtureRequest) -> Paper:
        """A paper on the question of this file."""
        if self._question != (question := _question_of(request.path)):
            self._question = question
            self._student.begin_question()
        self._witness = {}
        name = request.node.originalname.removeprefix("test_")
        draws = Draws(self._course_key, self._assignment, question, self._student_id, name)
        return Paper(question, draws)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Any:
        """Once a criterion is written down, put it to the student, up to the first fault."""
        ran = yield
        if fault := self._first_fault(pyfuncitem):
            raise fault
        return ran

    def _first_fault(self, criterion: pytest.Function) -> StudentFault | None:
        """What a criterion fails by. No answer outlives this: pytest keeps who calls it."""
        paper = criterion.funcargs["exam"]
        for mark in put_all(paper.items, paper.question, self._student):
            if mark.fault:
                self._witness = mark.witness(parameters_of(criterion.module, paper.question))
                return mark.fault
        return None

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo) -> Any:
        """Keep what became of a criterion."""
        yield
        if call.when == "call" or call.excinfo is not None:
            judged = _judged(item, call.excinfo and call.excinfo.value, self._witness)
            found = self.criteria[_question_of(item.path)]
            found[[criterion.name for criterion in found].index(judged.name)] = judged

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        """Expect every criterion: one that does not come to an end could not be checked."""
        for item in items:
            unfinished = _judged(item, AuthorFault("the grader did not come to an end"))
            self.criteria.setdefault(_question_of(item.path), []).append(unfinished)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Any:
        """A grader that cannot be read checks nothing."""
        outcome = yield
        report = outcome.get_result()
        if report.failed:
            path, reason = collector.path, str(report.longrepr).strip().splitlines()[-1]
            self.criteria[_question_of(path)] = [_author_fault(f"{path.name} is broken: {reason}")]


def _judged(
    item: pytest.Function, error: BaseException | None, witness: dict[str, Any] | None = None
) -> Criterion:
    marker = item.get_closest_marker("criterion")
    judged = Criterion(
        name=item.originalname.removeprefix("test_"),
        sentence=(item.function.__doc__ or item.name).strip(),
        points=float(marker.kwargs["points"]) if marker else 0.0,
        verdict=Verdict.PASSED,
    )
    if isinstance(error, StudentFault):
        judged.verdict, judged.problem = Verdict.FAILED, str(error)
        judged.fault = type(error).__name__
        judged.expected = getattr(error, "expected", "")
        judged.evidence = witness or {}
    elif error is not None:
        judged.verdict = Verdict.COULD_NOT_CHECK
        judged.problem = f"{type(error).__name__}: {error}"
    return judged


def _unchecked(file: Path, said: StringIO) -> Criterion:
    if not file.exists():
        return _author_fault(f"there is no grader graders/{file.parent.name}/{file.name}")
    last = (said.getvalue().strip().splitlines() or ["pytest said nothing"])[-1]
    return _author_fault(f"the grader ran no criterion: {last}")


def _author_fault(words: str) -> Criterion:
    fault = AuthorFault(words)
    return Criterion(
        "grader", "This question has a grader.", 0.0, Verdict.COULD_NOT_CHECK, str(fault)
    )


def _question_of(path: Path) -> str:
    return path.stem.removeprefix("test_")
