"""What a student reads first: what each question earned, and where to look."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters import markdown2html
from nbformat.v4 import new_markdown_cell, new_notebook

from graders.classroom.feedback import UNCHECKED, Reveal, add_overview
from graders.results import Counterexample, Criterion, Diagnosis, Question, Results, Verdict

SCRIPT = "<script>alert(1)</script>"
PASSED = Criterion("shape", "Has its shape.", 1.0, Verdict.PASSED)
FAILED = Criterion("values", "Is right.", 3.0, Verdict.FAILED, "off by 7")
EDGES = Criterion("edges", "Is exact.", 1.0, Verdict.FAILED)
BROKEN = Criterion("edges", "Is exact.", 2.0, Verdict.COULD_NOT_CHECK, "KeyError: 'secret'")
DIAGNOSIS = Diagnosis("W_diag", "Look at the rows.", "W D for D W.")


def question(name, *criteria, **about):
    return Question(name, 10.0, criteria=[*criteria], **about)


QUESTIONS = [
    question("passed", PASSED),
    question("failed", PASSED, FAILED, EDGES),
    question("diagnosed", PASSED, FAILED, diagnosis=DIAGNOSIS),
    question("resting", PASSED, FAILED, diagnosis=DIAGNOSIS, rests_on=["diagnosed"]),
    question("unchecked", FAILED, BROKEN),
    question("bonus", PASSED, FAILED, bonus=True),
]


def page_of(results, reveal=Reveal.PROBLEM):
    """The overview that is put into a notebook."""
    notebook = new_notebook(cells=[new_markdown_cell("# Title")])
    add_overview(notebook, results, reveal)
    overview, title = notebook.cells
    assert (overview.cell_type, overview.id, title.source) == (
        "markdown",
        "grading-overview",
        "# Title",
    )
    return overview.source


def rows_of(reveal):
    """By question: where its row leads, its mark, what is said of it, its points."""
    page = page_of(Results("a", "ada", QUESTIONS), reveal)
    rows = {}
    for row in ElementTree.fromstring(page).iter("tr"):
        mark, about, points = row.findall("td")
        (link,) = about.iter("a")
        said = "".join("".join(div.itertext()) for div in about.iter("div"))
        rows[link.text] = (link.get("href"), mark.find("strong").text, said, points.text)
    return rows


def test_every_question_has_a_row_that_leads_to_its_checks():
    rows = rows_of(Reveal.PROBLEM)

    assert [*rows] == [question.name for question in QUESTIONS]
    assert [row[0] for row in rows.values()] == [f"#test_{question.name}" for question in QUESTIONS]


def test_a_row_tells_the_verdict_and_the_points():
    assert {name: row[1::2] for name, row in rows_of(Reveal.PROBLEM).items()} == {
        "passed": ("✓", "10 / 10"),
        "failed": ("✗", "2 / 10"),
        "diagnosed": ("✗", "2.5 / 10"),
        "resting": ("✗", "2.5 / 10"),
        "unchecked": ("?", "? / 10"),
        "bonus": ("✗", "2.5 / 10"),
    }


@pytest.mark.parametrize("reveal", [Reveal.PROBLEM, Reveal.EVERYTHING])
def test_a_row_says_where_to_look_or_what_is_missed_first(reveal):
    said = {name: row[2] for name, row in rows_of(reveal).items()}

    assert said["passed"] == ""
    assert said["diagnosed"] == DIAGNOSIS.student
    assert "diagnosed" in said["resting"]
    assert said["unchecked"] == UNCHECKED
    for name in ("failed", "bonus"):
        assert FAILED.sentence in said[name]
        assert EDGES.sentence not in said[name]


def test_where_only_verdicts_are_shown_a_row_says_what_is_missed():
    said = {name: row[2] for name, row in rows_of(Reveal.VERDICT).items()}

    for name in ("failed", "diagnosed", "resting", "bonus"):
        assert FAILED.sentence in said[name]
    assert DIAGNOSIS.student not in "".join(said.values())


def test_the_whole_is_told_without_the_bonus_in_its_maximum():
    page = page_of(Results("a", "ada", QUESTIONS))
    text = " ".join("".join(ElementTree.fromstring(page).itertext()).split())

    assert "19.5 of 50 points" in text
    assert text.count("bonus") == 2  # its name, and that it is one


def test_a_submission_that_needed_nothing_has_no_notes():
    assert [*ElementTree.fromstring(page_of(Results("a", "ada", QUESTIONS))).iter("li")] == []


def test_repairs_come_before_cells_that_were_stopped():
    results = Results("a", "ada", QUESTIONS, ["It was a PDF."], ["The cell `f` hung."])

    items = ElementTree.fromstring(page_of(results)).iter("li")
    assert [item.text for item in items] == ["It was a PDF.", "The cell `f` hung."]


def text_and_tags(page):
    """What a page says, and the tags it says it with."""
    root = ElementTree.fromstring(page.replace("&nbsp;", " "))
    return " ".join("".join(root.itertext()).split()), [element.tag for element in root.iter()]


def explained(words):
    """Results in which everything that is told are these words."""
    broken = replace(FAILED, sentence=words, counterexample=Counterexample(words, words))
    failed = question("f", broken, diagnosis=Diagnosis(words, words, words))
    return Results("a", "ada", [failed, question("g", broken)], [words], [words])


NASTY = st.text("ab<>&\"'`*_$#|-=[]()\\ \n\r\t\v\x0c\x1c\x85\u2028", max_size=30)


@given(NASTY)
@settings(deadline=None)
def test_whatever_is_said_no_line_is_blank(words):
    assert all(line.strip() for line in re.split(r"\r\n|\r|\n", page_of(explained(words))))


@pytest.mark.parametrize(
    "words",
    [
        SCRIPT,
        "</div></td>" + SCRIPT,
        "a\n\n# b\n\n---\n\n    code",
        "$x$ and $$y$$ and \\(z\\) and \\begin{align}w\\end{align}",
        "`code` *bold* _it_ [link](javascript:alert(1)) ![i](x) <http://a.b>",
        "| a | b |\n|---|---|\n\n- item",
        "a\rb\x0c\x85c\u2028d",
    ],
)
@pytest.mark.parametrize("reveal", Reveal)
def test_a_notebook_shows_the_page_as_it_is(words, reveal):
    page = page_of(explained(words), reveal)

    assert text_and_tags(markdown2html(page)) == text_and_tags(page)
    assert "script" not in text_and_tags(page)[1]
