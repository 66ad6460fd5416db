"""One question asked once more: the very inputs of a student's grading, and both answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from rich.columns import Columns
from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from graders.classroom.course import Course
from graders.classroom.engine import own_cells
from graders.classroom.feedback import legible
from graders.draws import Draws
from graders.errors import AuthorFault
from graders.grader import Grader, load
from graders.marks import Mark, put
from graders.paper import Item
from graders.pasteable import code_of
from graders.sandbox.parent import Zygote
from graders.sandbox.student import Student
from graders.shown import show


@dataclass(frozen=True)
class Replayed:
    """One thing that a criterion asks, and what became of it this time; all in words."""

    sentence: str
    draw: str
    code: str
    returned: str
    expected: str
    difference: str
    """The student's numbers minus the reference's, where they have one shape."""
    verdict: str


def replay(
    course: Course, assignment: str, student: str, question: str, seed: int | None = None
) -> list[Replayed]:
    """What is asked of a student about the draw with this seed; else where each criterion fails.

    The notebook runs in the sandbox. Raises AuthorFault if there is no such question, graded
    submission or draw.
    """
    grader = load(assignment, question)
    sources = [cell.source for cell in own_cells(course.graded(assignment, student))]
    papers = grader.papers(partial(Draws, course.key, assignment, question, student))
    asked = papers if seed is None else _about(seed, papers, f"{student}'s draws of {question}")
    with Zygote() as zygote, Student(zygote, sources, course.rules.limits) as answering:
        answering.run()
        answering.begin_question()
        marks = [
            (name, mark)
            for name, items in asked.items()
            for mark in _marks(items, question, answering, to_the_end=seed is not None)
        ]
    return [_in_words(grader, name, mark) for name, mark in marks]


def tell(replayed: list[Replayed], console: Console) -> None:
    """Print what was replayed: the inputs, then the answers side by side where there is room."""
    for one in replayed:
        console.print(Text(one.sentence, style="bold"), Text(one.draw, style="dim"), sep="\n")
        console.print(Padding(Text(one.code), (0, 0, 0, 4)))
        parts = {"returned": one.returned, "expected": one.expected, "difference": one.difference}
        told = [Group(Text(name, style="dim"), Text(text)) for name, text in parts.items() if text]
        console.print(Padding(Columns(told, padding=(0, 4)), (1, 0, 0, 4)))
        style = "green" if one.verdict.startswith("✓") else "red"
        console.print(Padding(Text(one.verdict, style=style), (1, 0, 1, 4)))
    if not replayed:
        console.print("Nothing fails: every criterion is met on every draw.", style="green")


def _about(seed: int, papers: dict[str, list[Item]], what: str) -> dict[str, list[Item]]:
    drawn = {n: [i for i in items if i.draw is not None] for n, items in papers.items()}
    found = {n: [i for i in items if i.draw.seed == seed] for n, items in drawn.items()}
    if not any(found.values()):
        known = ", ".join(f"{n} {items[0].draw.seed} …" for n, items in drawn.items() if items)
        raise AuthorFault(
            f"seed {seed} is none of {what}, which are: {known}. "
            "The seed stands in the feedback, in the line `draw`"
        )
    return found


def _marks(
    items: list[Item], question: str, student: Student, *, to_the_end: bool
) -> Iterator[Mark]:
    """The marks of all items; or the first that is a fault, as in grading."""
    for item in items:
        mark = put(item, question, student)
        if to_the_end or mark.fault:
            yield mark
        if mark.fault and not to_the_end:
            return


def _in_words(grader: Grader, criterion: str, mark: Mark) -> Replayed:
    item, answer = mark.item, mark.answer
    told = item.draw.describe() if item.draw else {}
    returned = show(answer) if mark.reply else ""
    return Replayed(
        sentence=grader.sentence(criterion),
        draw=", ".join(f"{name} = {value}" for name, value in told.items()) or "an edge case",
        code=code_of(item, grader.question, grader.parameters),
        returned=legible(returned),
        expected=_expected(item),
        difference=_difference(answer, item.want),
        verdict=legible(f"✗ {mark.fault}" if mark.fault else "✓ accepted"),
    )


def _expected(item: Item) -> str:
    if item.manner == "refuses":
        return f"ValueError: {item.because}"
    return "" if item.want is None else show(item.want)


def _difference(got: object, want: object) -> str:
    if got is None or want is None:
        return ""
    try:
        got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    except (TypeError, ValueError):
        return ""
    return show(got - want) if got.shape == want.shape and want.size else ""
