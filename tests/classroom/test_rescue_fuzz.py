"""Notebooks mangled at random: nothing crashes, no right answer is missed, no thought is lost.

`python -m tests.classroom.fuzz 3000` goes on where this ends.
"""

import pytest

from tests.classroom import fuzz

RESCUED, GRADED = 120, 5


@pytest.fixture(scope="module")
def classroom(new_classroom):
    """A course with the assignment generated."""
    return new_classroom()


def test_whatever_is_done_to_a_notebook_its_right_answers_are_found(classroom):
    bench = fuzz.bench_of(classroom)
    faults = {str(case): bench.fault(case) for case in map(fuzz.Case.of, range(RESCUED))}

    assert {case: fault for case, fault in faults.items() if fault} == {}


def test_mangled_notebooks_are_graded_and_right_answers_are_paid(classroom):
    done, right = fuzz.graded(classroom, range(RESCUED, RESCUED + GRADED))

    assert done.returncode == 0
    assert dict(fuzz.unpaid(classroom, right)) == {}
    assert sum(map(len, right.values())) > 5 * GRADED


def test_the_fuzzer_would_notice_if_nothing_were_rescued(classroom, tmp_path):
    bench = fuzz.bench_of(classroom)
    missed = [
        bench.missed_without_rescue(fuzz.Case.of(seed), tmp_path / str(seed)) for seed in range(20)
    ]

    assert sum(map(len, missed)) > 20
