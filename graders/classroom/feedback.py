"""What a student reads: one table per question, made from results and nothing else."""

import re
from collections.abc import Iterator
from enum import StrEnum

import nbformat
from jinja2 import Environment, PackageLoader
from nbformat import NotebookNode

from graders.results import Criterion, Question, Results, Verdict

MARKS = {Verdict.PASSED: "✓", Verdict.FAILED: "✗", Verdict.COULD_NOT_CHECK: "?"}
COLOURS = {
    Verdict.PASSED: "#2e8540",
    Verdict.FAILED: "#d1493f",
    Verdict.COULD_NOT_CHECK: "#b07d12",
}
UNCHECKED = "This could not be checked. It costs you nothing: a person will look at it."
MAX_CHARACTERS = 2000
FOLDERS = re.compile(r"(?<![\w./:])/(?:[\w.+@-]+/)+")
"""The folders of an absolute path, which tell of the machine and nothing of the answer."""

_pages = Environment(
    loader=PackageLoader("graders.classroom"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_pages.filters["points"] = lambda points: f"{points:.4g}"
_pages.filters["earned"] = lambda judged: (
    "?" if judged.verdict is Verdict.COULD_NOT_CHECK else f"{judged.score:.4g}"
)


class Reveal(StrEnum):
    """How much of what was found students are shown."""

    VERDICT = "verdict"
    """Which criteria passed, and no more."""
    PROBLEM = "problem"
    """Also what was got, where and by how much it differs, without the expected values."""
    EVERYTHING = "everything"
    """Also the expected values."""


def output_of(question: Question, reveal: Reveal) -> NotebookNode:
    """The one output of a graded cell: a table for people, and its score for nbgrader.

    nbgrader reads the score of a cell from the plain text of its result; a bonus, which is worth
    nothing there, is entered as extra credit.
    """
    template = _pages.get_template("question.html.j2")
    page = template.render(
        question=question,
        advice=advice_on(question, reveal),
        rows=list(zip(question.criteria, _said_once(question.criteria, reveal), strict=True)),
        marks=MARKS,
        colours=COLOURS,
    )
    score = 0.0 if question.bonus else question.score
    return nbformat.v4.new_output(
        "execute_result",
        {"text/plain": repr(score), "text/html": page},
        execution_count=None,
    )


def _said_once(criteria: list[Criterion], reveal: Reveal) -> Iterator[list[tuple[str, str]]]:
    """The details of each criterion; what an earlier one has shown is not shown again."""
    shown: list[list[tuple[str, str]]] = []
    for criterion in criteria:
        rows = details(criterion, reveal)
        told = [row for row in rows if row[0] != "draw"]
        yield [("", "As above."), *rows[len(told) :]] if told and told in shown else rows
        shown.append(told)


def details(criterion: Criterion, reveal: Reveal) -> list[tuple[str, str]]:
    """What a student may know of a criterion that did not pass: pairs of label and text."""
    if criterion.verdict is Verdict.PASSED or reveal is Reveal.VERDICT:
        return []
    if criterion.verdict is Verdict.COULD_NOT_CHECK:
        return [("", UNCHECKED)]
    told = _counterexample if criterion.counterexample else _evidence
    rows = told(criterion, reveal) + _draw(criterion)
    return [(label, legible(text)) for label, text in rows if text]


def _counterexample(criterion: Criterion, reveal: Reveal) -> list[tuple[str, str]]:
    example = criterion.counterexample
    rows = [("", example.problem), ("try", example.code), ("returned", example.returned)]
    return rows + [("expected", example.expected)] * (reveal is Reveal.EVERYTHING)


def _evidence(criterion: Criterion, reveal: Reveal) -> list[tuple[str, str]]:
    """What the failing draw itself tells, where no small example was found."""
    evidence, everything = criterion.evidence, reveal is Reveal.EVERYTHING
    rows = [("", criterion.problem)] + [("", criterion.expected)] * everything
    rows += [("inputs", evidence.get("inputs", "")), ("returned", evidence.get("got", ""))]
    return rows + [("expected", evidence.get("want", ""))] * everything


def _draw(criterion: Criterion) -> list[tuple[str, str]]:
    """The random draw on which the criterion failed, by which a TA can replay it."""
    evidence = criterion.evidence
    if "seed" not in evidence:
        return []
    sizes = ", ".join(f"{key} = {evidence[key]}" for key in ("d", "m", "n", "C") if key in evidence)
    return [("draw", f"{evidence['family']}, {sizes}, seed {evidence['seed']}")]


def advice_on(question: Question, reveal: Reveal) -> str:
    """Where a student should look first, if that is known; nothing if only verdicts are shown."""
    if reveal is Reveal.VERDICT:
        return ""
    if question.rests_on:
        return f"It calls your {', '.join(question.rests_on)}, not right yet: mend that first."
    return question.diagnosis.student if question.diagnosis else ""


def legible(text: str) -> str:
    """`text` as a page may show it: of bounded length, printable, and without folders of ours."""
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS] + " …"
    text = FOLDERS.sub("…/", text)
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def add_overview(notebook: NotebookNode, results: Results, reveal: Reveal) -> None:
    """Put at the top of the notebook what each question earned, and what had to be mended."""
    # A blank line would end the HTML, and what follows would be read as Markdown.
    notes = [" ".join(legible(note).split()) for note in (*results.repairs, *results.stopped_cells)]
    page = _pages.get_template("overview.html.j2").render(
        results=results,
        rows=[(question, _in_short(question, reveal)) for question in results.questions],
        notes=notes,
        marks=MARKS,
        colours=COLOURS,
    )
    page = "\n".join(line for line in page.splitlines() if line.strip())
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(page, id="grading-overview"))


def _in_short(question: Question, reveal: Reveal) -> str:
    """The one thing to know of a question first: where to look, or the first criterion it fails."""
    if question.verdict is Verdict.COULD_NOT_CHECK:
        return UNCHECKED
    missed = (c.sentence for c in question.criteria if c.verdict is Verdict.FAILED)
    first = next(missed, "")
    return advice_on(question, reveal) or (first and f"Not yet: {first}")
