"""Results are data that says the same after it was written and read."""

import json

import pytest

from graders.results import (
    Counterexample,
    Criterion,
    Diagnosis,
    Question,
    Results,
    Verdict,
)


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


EXAMPLE = Counterexample("f(1.0)", "the result is 2: off by 1", "2.0", "1.0")
DIAGNOSIS = Diagnosis("W_diag", "Look at the rows.", "W D for D W.")


@pytest.mark.parametrize("diagnosis", [None, DIAGNOSIS])
@pytest.mark.parametrize("example", [None, EXAMPLE, Counterexample("f(1.0)", "raised KeyError: ½")])
@pytest.mark.parametrize("rests_on", [[], ["g", "h"]])
def test_what_explains_a_question_is_read_as_it_was_written(tmp_path, diagnosis, example, rests_on):
    found = criterion(FAILED, fault="WrongAnswer", counterexample=example)
    question = Question("f", 5.0, True, [found, criterion(PASSED)], diagnosis, rests_on)

    again = written_and_read(Results("a", "ada", [question]), tmp_path)

    assert again.questions == [question]
    assert again.questions[0].criteria[0].counterexample == example


def test_how_long_it_took_is_kept_and_makes_no_difference(tmp_path):
    slow, fast = Results("a", "ada", seconds=2.5), Results("a", "ada", seconds=0.1)

    assert slow == fast
    assert written_and_read(slow, tmp_path).seconds == 2.5


def test_results_that_were_written_before_anything_was_explained_can_be_read(tmp_path):
    found = criterion(FAILED, problem="no")
    results = Results("a", "ada", [Question("f", 5.0, criteria=[found])])
    path = tmp_path / "ada.json"
    results.write(path)
    record = json.loads(path.read_text())
    del record["seconds"], record["questions"][0]["diagnosis"], record["questions"][0]["rests_on"]
    for name in ("fault", "counterexample"):
        del record["questions"][0]["criteria"][0][name]
    path.write_text(json.dumps(record))

    assert Results.read(path) == results


def written_and_read(results, folder):
    results.write(folder / "results.json")
    return Results.read(folder / "results.json")
