"""The pytest plugin that has hidden graders write down what they ask.

A hidden grader is a file `test_<question>.py`; each of its tests is a criterion: its docstring is
the sentence that the student reads, its marker `criterion` says what it is worth, and on the
fixture `exam` it writes down what is to be asked, of whomever. No student is needed for that. An
exception is ours: the criterion cannot be checked.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graders.draws import Draws
from graders.grader import GRADERS, parameters_of
from graders.paper import Item, Paper
from graders.results import Criterion, Verdict

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
    "--tb=native",  # nobody reads it, and pytest's own takes longer than the criterion
    *(word for part in NOT_NEEDED for word in ("-p", f"no:{part}")),
)


def criterion(points: float) -> Callable[[Callable], Callable]:
    """Mark a test as a criterion that is worth `points`."""
    return pytest.mark.criterion(points=points)


@dataclass
class Section:
    """What a criterion asks."""

    criterion: Criterion
    """The criterion before anybody was asked: not checked, with the reason why it may stay so."""
    items: list[Item] | None = None
    """None if the grader did not come so far as to say."""
    parameters: tuple[str, ...] = ()
    """What the arguments of the question are called."""


def set_papers(
    questions: list[str],
    assignment: str,
    course_key: bytes,
    student_id: str,
    home: Path = GRADERS,
) -> dict[str, list[Section]]:
    """What is to be asked of a student: for each question, its criteria as the grader has them.

    The grader of a question is `home/<assignment>/test_<question>.py`.
    """
    plugin = Setting(assignment, course_key, student_id)
    files = {question: home / assignment / f"test_{question}.py" for question in questions}
    there = [str(file) for file in files.values() if file.exists()]
    said = StringIO()
    if there:  # without a file to run, pytest would look for some by itself
        options = [*QUIET, "-c", str(GRADERS / "pytest.ini"), *there]
        with redirect_stdout(said), np.errstate(all="ignore"), _environment_of_our_own():
            status = pytest.main(options, plugins=[plugin])
        if status == pytest.ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
    return {q: plugin.sections.get(q) or [_no_section(file, said)] for q, file in files.items()}


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


class Setting:
    """Collects what the criteria of one paper ask while pytest runs them."""

    def __init__(self, assignment: str, course_key: bytes, student_id: str) -> None:
        self._assignment, self._course_key = assignment, course_key
        self._student_id = student_id
        self.sections: dict[str, list[Section]] = {}

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the marker known."""
        config.addinivalue_line("markers", "criterion(points): what a criterion is worth")

    @pytest.fixture
    def exam(self, request: pytest.FixtureRequest) -> Paper:
        """A paper on the question of this file."""
        question, name = _question_of(request.path), _name_of(request.node)
        draws = Draws(self._course_key, self._assignment, question, self._student_id, name)
        return Paper(question, draws)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Any:
        """Once a criterion has written down what it asks, keep that."""
        ran = yield
        section, paper = self._section(pyfuncitem), pyfuncitem.funcargs["exam"]
        section.items = paper.items
        section.parameters = parameters_of(pyfuncitem.module, paper.question)
        return ran

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Function, call: pytest.CallInfo) -> Any:
        """Keep why a criterion cannot be checked."""
        yield
        if call.excinfo is not None:
            error, section = call.excinfo.value, self._section(item)
            section.criterion.problem = f"{type(error).__name__}: {error}"
            section.items = None

    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        """Expect every criterion: one that does not come to an end cannot be checked."""
        for item in items:
            self.sections.setdefault(_question_of(item.path), []).append(Section(_criterion(item)))

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Any:
        """A grader that cannot be read checks nothing."""
        outcome = yield
        report = outcome.get_result()
        if report.failed:
            path, reason = collector.path, str(report.longrepr).strip().splitlines()[-1]
            self.sections[_question_of(path)] = [_no_criterion(f"{path.name} is broken: {reason}")]

    def _section(self, item: pytest.Function) -> Section:
        of_question = self.sections[_question_of(item.path)]
        return next(one for one in of_question if one.criterion.name == _name_of(item))


def _criterion(item: pytest.Function) -> Criterion:
    marker = item.get_closest_marker("criterion")
    return Criterion(
        name=_name_of(item),
        sentence=(item.function.__doc__ or item.name).strip(),
        points=float(marker.kwargs["points"]) if marker else 0.0,
        verdict=Verdict.COULD_NOT_CHECK,
        problem="AuthorFault: the grader did not come to an end",
    )


def _no_section(file: Path, said: StringIO) -> Section:
    if not file.exists():
        return _no_criterion(f"there is no grader graders/{file.parent.name}/{file.name}")
    last = (said.getvalue().strip().splitlines() or ["pytest said nothing"])[-1]
    return _no_criterion(f"the grader ran no criterion: {last}")


def _no_criterion(words: str) -> Section:
    sentence = "This question has a grader."
    return Section(Criterion("grader", sentence, 0.0, Verdict.COULD_NOT_CHECK, words))


def _question_of(path: Path) -> str:
    return path.stem.removeprefix("test_")


def _name_of(item: pytest.Function) -> str:
    return item.originalname.removeprefix("test_")
