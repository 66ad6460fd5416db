"""Results are data that says the same after it was written and read."""

import json

from graders.results import Criterion, Question, Results, Verdict


def criterion(verdict, points=1.0, **more):
    return Criterion("values", "Is right.", points, verdict, **more)


PASSED, FAILED, UNCHECKED = Verdict.PASSED, Verdict.FAILED, Verdict.COULD_NOT_CHECK


def test_a_question_earns_its_share_of_the_cells_points():
    question = Question("q", 5.0, criteria=[criterion(PASSED, 6), criterion(FAILED, 4)])

    assert question.score == 3.0
    assert question.verdict is FAILED


def test_could_not_check_outweighs_failed():
    assert (
        Question("q", 1.0, criteria=[criterion(FAILED), criterion(UNCHECKED)]).verdict is UNCHECKED
    )
    assert Question("q", 1.0).verdict is UNCHECKED


def test_a_bonus_counts_for_the_score_and_not_for_the_maximum():
    one = Question("q", 5.0, criteria=[criterion(PASSED)])
    bonus = Question("b", 2.0, bonus=True, criteria=[criterion(PASSED)])
    results = Results("a", "ada", [one, bonus])

    assert (results.score, results.max_score) == (7.0, 5.0)


def test_what_needs_a_human_is_said_in_words():
    unchecked = Question("q", 1.0, criteria=[criterion(UNCHECKED, problem="disk full")])
    results = Results("a", "ada", [unchecked], ["`q` was missing."], ["This cell hung."])

    assert results.needs_human == [
        "`q` was missing.",
        "q could not be checked: disk full",
    ]


def test_results_are_the_same_after_writing_and_reading(tmp_path):
    found = criterion(FAILED, problem="off by ½", expected="it should be 1", evidence={"d": 2})
    results = Results("a", "Zoë", [Question("q", 5.0, criteria=[found])], ["moved"])
    path = tmp_path / "a" / "Zoë.json"

    results.write(path)

    assert Results.read(path) == results
    record = json.loads(path.read_text())
    assert (record["schema"], record["score"], record["max_score"]) == (1, 0.0, 5.0)
    assert record["questions"][0]["verdict"] == "failed"
