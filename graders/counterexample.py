"""The smallest counterexample: few round numbers on which an answer is still wrong."""

import functools
from collections.abc import Iterable, Iterator

import numpy as np

from graders.compare import show
from graders.errors import Died, TimedOut, Unreadable
from graders.exam import is_same
from graders.grader import Grader
from graders.paper import Item, Mark, Understudy, put
from graders.pasteable import code_of, size_of
from graders.results import Counterexample
from graders.sandbox.student import Student
from graders.small_draws import SmallDraws

MAX_LINES, MAX_CHARACTERS = 16, 800
"""More than this nobody reads; then the criterion's own evidence has to do."""


@functools.cache
def small_papers(grader: Grader) -> dict[str, list[Item]]:
    """What each criterion asks about small draws, the least to read first."""
    papers = grader.papers(functools.partial(SmallDraws, b"", *grader.name, ""))
    return {name: sorted(items, key=size_of) for name, items in papers.items()}


def smallest(
    criterion: str, grader: Grader, student: Student | Understudy
) -> Counterexample | None:
    """The least to read that fails a criterion, if it is short enough to be read at all."""
    marks = put_all(small_papers(grader)[criterion], grader.question, student)
    failed = next((mark for mark in marks if mark.fault), None)
    if failed is None:
        return None
    code = code_of(failed.item, grader.question, grader.parameters)
    if len(code) > MAX_CHARACTERS or code.count("\n") >= MAX_LINES:
        return None
    return _told(failed, code, grader.parameters)


def put_all(items: Iterable[Item], question: str, student: Student | Understudy) -> Iterator[Mark]:
    """The marks of `items`, until the student's code is not to be asked any more."""
    for item in items:
        mark = put(item, question, student)
        if isinstance(mark.fault, TimedOut | Died | Unreadable):
            return
        yield mark


def _told(failed: Mark, code: str, parameters: tuple[str, ...]) -> Counterexample:
    changed = _changed(failed)
    if changed is not None and failed.item.manner == "leaves_alone":
        name = parameters[changed] if changed < len(parameters) else f"argument_{changed}"
        return Counterexample(
            f"{code}\n{name}", str(failed.fault), show(failed.reply.args[changed])
        )
    returned = show(failed.reply.value) if failed.reply else ""
    return Counterexample(code, str(failed.fault), returned, _expected(failed))


def _changed(failed: Mark) -> int | None:
    """The first argument that is not as it was."""
    after = failed.reply.args if failed.reply else ()
    pairs = enumerate(zip(failed.item.args, after, strict=False))
    return next((k for k, (was, now) in pairs if not is_same(was, now)), None)


def _expected(failed: Mark) -> str:
    want = failed.item.want
    return "" if want is None else show(np.asarray(want) if np.ndim(want) else want)
