"""The smallest counterexample: few round numbers on which an answer is still wrong."""

import functools
import itertools

import numpy as np

from graders.exam import is_same
from graders.grader import Grader
from graders.marks import Mark, answered, put_all
from graders.paper import Item
from graders.pasteable import code_of, pasted, size_of
from graders.results import Counterexample
from graders.sandbox.student import Student
from graders.shown import show
from graders.small_draws import SmallDraws
from graders.understudy import Understudy

MAX_LINES, MAX_CHARACTERS = 16, 800
"""More than this nobody reads; then the criterion's own evidence has to do."""
HANDFUL = 8
"""How many are put together: among the first there mostly is one."""


@functools.cache
def small_papers(grader: Grader) -> dict[str, list[tuple[Item, str]]]:
    """What each criterion asks about small draws, and the code for it; the least to read first."""
    papers = grader.papers(functools.partial(SmallDraws, b"", *grader.name, ""))
    return {name: _readable(items, grader) for name, items in papers.items()}


def _readable(items: list[Item], grader: Grader) -> list[tuple[Item, str]]:
    told = [(item, code_of(item, grader.question, grader.parameters)) for item in items]
    short = [(i, c) for i, c in told if len(c) <= MAX_CHARACTERS and c.count("\n") < MAX_LINES]
    return sorted(short, key=lambda pair: size_of(pair[0]))


def smallest(
    criterion: str, grader: Grader, student: Student | Understudy
) -> Counterexample | None:
    """The least to read that fails a criterion, if anything that can be read does."""
    codes = small_papers(grader)[criterion]
    handfuls = (codes[begin : begin + HANDFUL] for begin in range(0, len(codes), HANDFUL))
    marks = itertools.chain.from_iterable(
        put_all([item for item, _ in handful], grader.question, student) for handful in handfuls
    )
    for mark, (_, code) in zip(answered(marks), codes, strict=False):
        if mark.fault:
            return _told(mark, code, grader.parameters)
    return None


def _told(failed: Mark, code: str, parameters: tuple[str, ...]) -> Counterexample:
    changed = _changed(failed)
    if changed is not None and failed.item.manner == "leaves_alone":
        name = parameters[changed] if changed < len(parameters) else f"argument_{changed}"
        return Counterexample(
            f"{code}\n{pasted(name)}", str(failed.fault), show(failed.reply.args[changed])
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
