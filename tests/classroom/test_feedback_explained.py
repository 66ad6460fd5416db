"""What went wrong is explained where it went wrong, as far as students may know."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from graders.classroom.feedback import Reveal, output_of
from graders.results import Counterexample, Criterion, Diagnosis, Question, Verdict

SCRIPT = "<script>alert(1)</script>"
DRAW = {"family": "nilpotent", "seed": 4217, "d": 2, "n": 3}
EXAMPLE = Counterexample("x = np.array([1.0])\nf(x)", "the result is 7: off by 1", "7.0", "8.0")
DIAGNOSIS = Diagnosis("W_diag", "Look at the rows.", "W D for D W.")
PASSED = Criterion("shape", "Has its shape.", 1.0, Verdict.PASSED, "no problem", "nothing", DRAW)
SHORT = Criterion(
    "values",
    "Is right.",
    5.0,
    Verdict.FAILED,
    problem="entry [0] is 9",
    expected="it should be 6",
    evidence=DRAW | {"inputs": "[1 2]", "got": "[9 9]", "want": "[6 6]"},
    counterexample=EXAMPLE,
)


def page_of(question, reveal=Reveal.EVERYTHING):
    return output_of(question, reveal).data["text/html"]


def text_of(page):
    """What a page says; raises if it is not well-formed."""
    return "\n".join(ElementTree.fromstring(page).itertext())


def told(reveal, *criteria):
    """The lines of a page on a question with these criteria."""
    page = page_of(Question("f", 8.0, criteria=[*criteria]), reveal)
    return {line.strip() for line in text_of(page).splitlines()}


@pytest.mark.parametrize(
    ("reveal", "shown", "kept"),
    [
        (Reveal.VERDICT, [], ["try", EXAMPLE.code, EXAMPLE.problem, "7.0", "8.0"]),
        (Reveal.PROBLEM, ["try", EXAMPLE.code, EXAMPLE.problem, "returned", "7.0"], ["8.0"]),
        (Reveal.EVERYTHING, [EXAMPLE.code, EXAMPLE.problem, "7.0", "expected", "8.0"], []),
    ],
)
def test_a_counterexample_is_shown_as_far_as_a_setting_promises(reveal, shown, kept):
    text = text_of(page_of(Question("f", 5.0, criteria=[SHORT]), reveal))

    assert [words for words in shown if words not in text] == []
    assert [words for words in kept if words in text] == []


def test_a_counterexample_stands_for_the_evidence_of_its_draw():
    lines = told(Reveal.EVERYTHING, SHORT)

    assert lines.isdisjoint(
        {"entry [0] is 9", "it should be 6", "inputs", "[1 2]", "[9 9]", "[6 6]"}
    )
    assert "nilpotent, d = 2, n = 3, seed 4217" in lines


def test_what_an_earlier_criterion_has_shown_is_shown_once_and_each_draw_where_it_belongs():
    again = replace(SHORT, name="edges", evidence=DRAW | {"seed": 99})
    other = replace(SHORT, counterexample=replace(EXAMPLE, code="f(2)"))

    text = text_of(page_of(Question("f", 5.0, criteria=[SHORT, again, other]), Reveal.PROBLEM))

    assert (text.count(EXAMPLE.code), text.count("f(2)"), text.count("As above.")) == (1, 1, 1)
    assert text.index("seed 4217") < text.index("As above.") < text.index("seed 99")


def test_what_passed_or_is_not_shown_is_never_as_above():
    assert "As above." not in told(Reveal.EVERYTHING, PASSED, PASSED, SHORT, PASSED)
    assert "As above." not in told(Reveal.VERDICT, SHORT, SHORT)


@pytest.mark.parametrize("reveal", Reveal)
def test_a_diagnosis_is_shown_unless_only_verdicts_are(reveal):
    page = page_of(Question("f", 5.0, criteria=[SHORT], diagnosis=DIAGNOSIS), reveal)

    assert (DIAGNOSIS.student in text_of(page)) == (reveal is not Reveal.VERDICT)
    assert DIAGNOSIS.staff not in text_of(page)
    assert DIAGNOSIS.name not in text_of(page)


@pytest.mark.parametrize("reveal", Reveal)
def test_of_a_function_that_calls_a_wrong_one_that_one_is_named(reveal):
    question = Question("f", 5.0, criteria=[SHORT], diagnosis=DIAGNOSIS, rests_on=["g", "h"])

    text = text_of(page_of(question, reveal))

    assert ("g, h" in text) == (reveal is not Reveal.VERDICT)
    assert DIAGNOSIS.student not in text


def test_no_word_of_an_explanation_can_become_a_tag():
    question = Question(
        SCRIPT,
        5.0,
        criteria=[replace(SHORT, sentence=SCRIPT, counterexample=Counterexample(*[SCRIPT] * 4))],
        diagnosis=Diagnosis(SCRIPT, SCRIPT, SCRIPT),
    )
    elements = ElementTree.fromstring(page_of(question)).iter()

    assert "script" not in {element.tag for element in elements}
    assert text_of(page_of(question)).count(SCRIPT) == 7
