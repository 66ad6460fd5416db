"""What students read: as much as the reveal setting promises, and nobody's HTML but ours."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_notebook

from graders.classroom.engine import Rules, Submission, grade
from graders.classroom.feedback import MAX_CHARACTERS, UNCHECKED, Reveal, add_overview, output_of
from graders.results import Criterion, Question, Results, Verdict

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
DRAW = {"family": "nilpotent", "seed": 4217, "d": 2, "n": 3}
FAILED = Criterion(
    "values",
    "Is right.",
    5.0,
    Verdict.FAILED,
    problem="entry [0] is 7",
    expected="it should be 8",
    evidence=DRAW | {"inputs": "[1 2]", "got": "[7 9]", "want": "[8 9]"},
)
PASSED = Criterion("shape", "Has its shape.", 1.0, Verdict.PASSED, "no problem", "nothing", DRAW)
BROKEN = Criterion("edges", "Is exact.", 2.0, Verdict.COULD_NOT_CHECK, "KeyError: 'secret'")
PROBLEM = {"entry [0] is 7", "[1 2]", "[7 9]", "nilpotent, d = 2, n = 3, seed 4217"}
EXPECTED = {"it should be 8", "[8 9]"}

NASTY = rf"""
def cross_entropy_loss(y, p): from numpy import nothing_of_the_kind
def immediate_gradient(z, h_prev, i, j): raise RuntimeError("\x00\x1b[31m\u202e$x$ \ud800")
def step_jacobian(W_hh, z): raise RuntimeError("{IMAGE}")
def chain_rule_product(jacobians, d): raise type("{IMAGE}", (Exception,), {{}})
def weight_gradient(W_hh, zs, hs, i, j): return hs[-1]
def step_norm_bound(W_hh, z): return type("{SCRIPT}", (), {{}})()
def product_norm_bound(W_hh, zs): return 1.0, open(__import__("matplotlib").__file__ + "/x")
def gradient_regime(W_hh, tol=1e-6): return "{SCRIPT}"
"""


@pytest.fixture(scope="module")
def nasty():
    """The questions of a student whose functions answer as nastily as they can, by name."""
    names = re.findall(r"def (\w+)", NASTY)
    cells = [new_code_cell(NASTY), *(new_code_cell() for _ in names)]
    for cell, name in zip(cells[1:], names, strict=True):
        cell.metadata.nbgrader = {"grade_id": f"test_{name}", "grade": True, "points": 10}
    submission = Submission("rnn_gradients", "eve", new_notebook(cells=cells))
    return {question.name: question for question in grade(submission, Rules(b"key")).questions}


def page_of(question, reveal=Reveal.EVERYTHING):
    return output_of(question, reveal).data["text/html"]


def text_of(page):
    """What a page says; raises if it is not well-formed."""
    return "\n".join(ElementTree.fromstring(page).itertext())


def told(reveal, *criteria):
    """The lines of a page on a question with these criteria."""
    page = page_of(Question("step_jacobian", 8.0, criteria=[*criteria]), reveal)
    return {line.strip() for line in text_of(page).splitlines()}


def test_every_setting_shows_which_criteria_passed():
    for reveal in Reveal:
        lines = told(reveal, FAILED, PASSED, BROKEN)

        assert lines >= {"step_jacobian", "Is right.", "Has its shape.", "Is exact."}
        assert lines >= {"✓", "✗", "?", "0 / 5", "1 / 1", "? / 2"}


@pytest.mark.parametrize(
    ("reveal", "shown", "kept"),
    [
        (Reveal.VERDICT, set(), PROBLEM | EXPECTED),
        (Reveal.PROBLEM, PROBLEM, EXPECTED),
        (Reveal.EVERYTHING, PROBLEM | EXPECTED, set()),
    ],
)
def test_a_setting_shows_what_it_promises_and_no_more(reveal, shown, kept):
    lines = told(reveal, FAILED)

    assert lines >= shown
    assert [words for words in kept if words in "\n".join(lines)] == []


def test_the_right_answer_to_a_wrong_one_is_kept_back(nasty):
    question = nasty["weight_gradient"]
    text = text_of(page_of(question, Reveal.PROBLEM))
    (values,) = (criterion for criterion in question.criteria if criterion.name == "values")

    assert values.counterexample.problem in text
    assert values.counterexample.returned in text
    assert values.counterexample.expected
    assert values.counterexample.expected not in text
    assert values.expected
    assert values.expected not in text
    assert values.evidence["want"] not in text


def test_of_a_criterion_that_passed_there_is_nothing_more_to_say():
    assert told(Reveal.EVERYTHING, PASSED) == told(Reveal.VERDICT, PASSED)


def test_a_fault_of_ours_is_told_without_its_words():
    assert "secret" not in "".join(told(Reveal.EVERYTHING, BROKEN))
    assert UNCHECKED in told(Reveal.PROBLEM, BROKEN)
    assert "of 8 points" in told(Reveal.PROBLEM, BROKEN)


def test_a_draw_of_a_label_is_told_by_its_number_of_classes():
    evidence = {"family": "dirichlet1", "seed": 3, "C": 4}
    label = Criterion("values", "Is.", 1.0, Verdict.FAILED, "no", evidence=evidence)

    assert "dirichlet1, C = 4, seed 3" in told(Reveal.PROBLEM, label)


def test_the_page_of_a_nasty_student_holds_our_tags_only(nasty):
    for question in nasty.values():
        elements = [*ElementTree.fromstring(page_of(question)).iter()]

        assert {element.tag for element in elements} == {
            "div",
            "strong",
            "span",
            "table",
            "tr",
            "td",
        }
        assert {name for element in elements for name in element.attrib} <= {
            "class",
            "colspan",
            "style",
            "title",
        }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("step_jacobian", "raised RuntimeError at `def step_jacobian(W_hh, z): raise Runtime"),
        ("step_jacobian", f": {IMAGE}"),
        ("chain_rule_product", f"raised {IMAGE} at"),
        ("step_norm_bound", f"the result is a {SCRIPT}, but should be numbers"),
        ("gradient_regime", f"the result is '{SCRIPT}', which is not the right word"),
    ],
)
def test_what_a_nasty_student_says_is_shown_as_text(nasty, name, words):
    assert words in text_of(page_of(nasty[name]))


def test_no_page_tells_where_the_machine_keeps_its_files(nasty):
    folders = "|".join(re.escape(path.name) for path in Path("/").iterdir())
    text = "\n".join(text_of(page_of(question)) for question in nasty.values())

    assert "cannot import name 'nothing_of_the_kind' from 'numpy' (…/__init__.py)" in text
    assert "Not a directory: '…/x'" in text
    assert re.findall(rf"/(?:{folders})\b|site-packages", text) == []


def test_characters_that_cannot_be_seen_are_replaced(nasty):
    text = text_of(page_of(nasty["immediate_gradient"]))

    assert ": \ufffd\ufffd[31m\ufffd$x$ ?" in text
    assert re.findall(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", text) == []


def test_a_flood_of_words_is_cut_off():
    flood = Criterion("values", "Is.", 1.0, Verdict.FAILED, "x" * 10**6)

    assert "x" * MAX_CHARACTERS + " …" in told(Reveal.PROBLEM, flood)


def test_a_page_is_no_mathematics():
    page = page_of(Question("q", 1.0, criteria=[FAILED]))

    assert ElementTree.fromstring(page).get("class") == "tex2jax_ignore mathjax_ignore"


def test_notes_are_text_on_one_line_each_whatever_a_file_is_called():
    notebook = new_notebook()
    name = f"a\n\n[b](javascript:alert(1))\n\n{IMAGE} /home/ta/x.ipynb"
    results = Results("rnn_gradients", "eve", repairs=[f"`{name}` was graded."])
    add_overview(notebook, results, Reveal.PROBLEM)
    page = notebook.cells[0].source

    (item,) = ElementTree.fromstring(page).iter("li")
    assert item.text == f"`a [b](javascript:alert(1)) {IMAGE} …/x.ipynb` was graded."
    assert not re.search(r"<img|<a |href", markdown2html(page))
