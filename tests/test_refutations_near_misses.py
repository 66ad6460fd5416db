"""Counterexamples near the margin: what just counts, what just does not, and in which words."""

import functools

import numpy as np
import pytest

from graders.counterexample import smallest
from graders.diagnosis import diagnose
from graders.draws import Draws
from graders.grader import load
from graders.marks import put
from graders.misconceptions import Misconception, registry
from graders.refutations import LARGEST
from graders.understudy import Understudy
from reference import spectral_analysis as reference

HW = "spectral_analysis"
CLAIMS = (
    "refute_norm_equality",
    "refute_commuting",
    "refute_eigenvalue_criterion",
    "refute_lower_bound",
    "refute_polar",
    "refute_exploding",
)
SWAP = np.array([[0.0, 1.0], [1.0, 0.0]])


def faults(question, answer):
    """What each criterion but `errors` finds wrong with an answer, first of all."""
    papers = load(HW, question).papers(functools.partial(Draws, b"key", HW, question, "ada"))
    marks = {name: [put(item, question, Understudy(answer)) for item in items]
             for name, items in papers.items() if name != "errors"}  # fmt: skip
    found = {name: [str(m.fault) for m in ms if m.fault] for name, ms in marks.items()}
    return {name: problems[0] for name, problems in found.items() if problems}


def shares(share):
    """A pair for `refute_norm_equality` with this share of the claimed norm."""

    def refute_norm_equality(d):
        weights, delta = np.full((2, d), share)
        weights[1] = delta[0] = 1.0
        return np.diag(weights), delta

    return refute_norm_equality


@pytest.mark.parametrize("share", [0.5, 0.5 * (1 + 1e-7), 0.01])
def test_a_share_that_meets_the_margin_is_accepted_up_to_rounding(share):
    assert faults("refute_norm_equality", shares(share)) == {}


@pytest.mark.parametrize("share", [0.5001, 0.51, 0.9])
def test_a_share_above_it_is_told_with_the_size_and_what_it_should_be(share):
    found = faults("refute_norm_equality", shares(share))

    words = f"‖D W_hh‖ is {share:.4g} of ‖D‖ ‖W_hh‖, but should be at most 0.5 of it"
    assert found == {"smallest": f"{words} (d = 2)", "sizes": f"{words} (d = 3)"}


def constant(*answer):
    return lambda size: answer if len(answer) > 1 else answer[0]


def at(n, *row):
    return np.tile(row, (n, 1))


SLOPE_26 = np.arccosh(np.sqrt(2 / 0.52))
NEAR_MISSES = [
    (
        "refute_norm_equality",
        lambda d: (1e-4 * shares(0.1)(d)[0], shares(0.1)(d)[1]),
        "‖D‖ ‖W_hh‖ is 0.0001, but should be at least 0.001 (d = 2)",
    ),
    (
        "refute_norm_equality",
        lambda d: (shares(0.1)(d)[0], 1.001 * shares(0.1)(d)[1]),
        "delta[0] is 1.001, but should lie in (0, 1], as the derivatives of tanh do",
    ),
    (
        "refute_commuting",
        lambda n: (SWAP, at(n, 1.0, 0.51)),
        "‖ordered − commuted‖ is 0.49 of the larger norm of the two, "
        "but should be at least 0.5 of it (n = 2)",
    ),
    (
        "refute_commuting",
        lambda n: (np.zeros((2, 2)), at(n, 1.0, 0.1)),
        "the larger norm of the two products is 0, but should be at least 2.225e-308 (n = 2)",
    ),
    (
        "refute_eigenvalue_criterion",
        lambda d: (0.51 * np.eye(d), np.ones(d)),
        "the spectral radius of W_hh is 0.51, but should be at most 0.5 (d = 2)",
    ),
    (
        "refute_eigenvalue_criterion",
        lambda d: (0.5 * np.eye(d), np.ones(d)),
        "the spectral radius of D W_hh is 0.5, but should be at least 1.1 (d = 2)",
    ),
    (
        "refute_lower_bound",
        lambda n: (np.diag([0.52, 1.0]), at(n, 1.0, 0.1)),
        "‖J_n‖ is 0.52 of (δ ‖W_hh‖)ⁿ, but should be at most 0.5 of it (n = 1)",
    ),
    (
        "refute_lower_bound",
        lambda n: (np.diag([9e-4, 10.0]), at(n, 1.0, 0.001)),
        "the smallest eigenvalue of W_hh is 0.0009, but should be at least 0.001 (n = 1)",
    ),
    (
        "refute_lower_bound",
        lambda n: (np.array([[0.1, 0.01], [0.0, 10.0]]), at(n, 1.0, 0.001)),
        "W_hh is not symmetric, but should be positive definite (n = 1)",
    ),
    (
        "refute_polar",
        constant(np.array([[0.0, 0.52], [1.0, 0.0]])),
        "‖W_hhⁿ‖ is 0.52 of ‖R‖ⁿ, but should be at most 0.5 of it (n = 2)",
    ),
    (
        "refute_polar",
        constant(np.array([[0.0, 0.09], [0.0, 0.0]])),
        "‖R‖ is 0.09, but should be at least 0.1 (n = 2)",
    ),
    (
        "refute_exploding",
        lambda n: (np.array([[0.0, 1.49], [0.0, 0.0]]), np.zeros((n, 2))),
        "‖W_hh‖ is 1.49, but should be at least 1.5 (n = 2)",
    ),
    (
        "refute_exploding",
        lambda n: (np.array([[2.0]]), np.full((n, 1), SLOPE_26)),
        "‖J_n ⋯ J_1‖ is 0.2704, but should be at most 0.25 (n = 2)",
    ),
]


@pytest.mark.parametrize(("question", "answer", "words"), NEAR_MISSES)
def test_a_near_miss_is_refused_and_told_how_near_it_was(question, answer, words):
    assert words in faults(question, answer).values()


@pytest.mark.parametrize("question", CLAIMS)
@pytest.mark.parametrize("entry", [np.nan, np.inf, -1.1 * LARGEST])
def test_weights_that_are_not_finite_or_huge_refute_nothing(question, entry):
    W_hh = np.full((2, 2), entry)
    answer = constant(W_hh) if question == "refute_polar" else constant(W_hh, np.ones(2))
    found = faults(question, answer)

    name = "the result" if question == "refute_polar" else "W_hh"
    words = f"{name}[0, 0] is {entry:.6g}, but should be finite and at most 1,000,000 in size"
    assert words in found.values()
    assert len(found) == 3


@pytest.mark.parametrize("question", CLAIMS)
def test_an_example_for_one_size_only_earns_that_size_only(question):
    right = getattr(reference, question)
    smallest = 1 if question == "refute_lower_bound" else 2
    found = faults(question, lambda size: right(smallest) if size == smallest else None)

    assert len(found) == 2
    assert "smallest" not in found


def test_derivatives_that_are_almost_zero_do_not_break_the_measurement():
    """The claimed bound itself underflows here, but each step's share of it does not."""
    ds = np.array([5e-324, 5e-324])
    found = faults("refute_lower_bound", lambda n: (np.diag([0.1, 10.0]), np.tile(ds, (n, 1))))

    words = "‖J_n‖ is 1 of (δ ‖W_hh‖)ⁿ, but should be at most 0.5 of it (n = 1)"
    assert found["smallest"] == words


def test_the_counterexample_is_the_smallest_size_that_fails():
    def works_up_to_four(d):
        return shares(0.1 if d <= 4 else 0.75)(d)

    found = smallest("sizes", load(HW, "refute_norm_equality"), Understudy(works_up_to_four))

    assert found.code == "refute_norm_equality(5)"
    assert found.problem == (
        "‖D W_hh‖ is 0.75 of ‖D‖ ‖W_hh‖, but should be at most 0.5 of it (d = 5)"
    )
    assert "[0.75, 0.  , 0.  , 0.  , 0.  ]" in found.returned
    assert found.expected == ""


def test_a_wrong_construction_is_diagnosed_by_what_it_returns():
    grader = load(HW, "refute_norm_equality")
    papers = grader.papers(functools.partial(Draws, b"key", HW, grader.question, "ada"))
    items = [item for items in papers.values() for item in items]
    known = [r for r in registry(HW) if r.question == grader.question]
    wrong = [r for r in known if isinstance(r, Misconception)]

    for one in (record for record in wrong if record.name != "prints"):
        marks = [put(item, grader.question, Understudy(one.answer)) for item in items]
        assert diagnose(marks, wrong).name == one.name


def test_a_turn_is_told_from_what_is_none_and_from_the_wrong_one():
    turn, W_hh = np.array([[0.0, -1.0], [1.0, 0.0]]), np.array([[0.0, -0.1], [10.0, 0.0]])
    R = np.diag([10.0, 0.1])

    assert "Qᵀ Q differs from I by 3 (allowed 1e-06)" in faults_of_turn(2 * turn, R).values()
    words = "Q times the right R differs from W_hh by 20 (allowed 1e-05)"
    assert words in faults_of_turn(-turn, R, W_hh).values()


def faults_of_turn(Q, R, W_hh=None):
    """What is found wrong with these factors of `W_hh`, or of everything."""

    def polar_decomposition(W):
        if W_hh is None or np.array_equal(W, W_hh):
            return Q, R
        A, sigma, Bt = np.linalg.svd(W)
        return A @ Bt, Bt.T @ np.diag(sigma) @ Bt

    return faults("polar_decomposition", polar_decomposition)
