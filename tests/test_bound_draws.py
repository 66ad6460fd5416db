"""Random numbers for bounds: readable, far from what rounding decides, the same every time."""

import math

import pytest

from graders.bound_draws import GAMMAS, sizes, thresholds
from graders.draws import Draws
from graders.exam import Exam

FAR = {"steps": (1000, 4000), "ratios": (0.97, 0.99)}
NEAR = {"steps": (2, 40), "ratios": (0.3, 0.95)}


def exam(student="ada"):
    """An exam whose draws are a student's; nobody is asked."""
    return Exam("question", None, Draws(b"key", "assignment", "question", student))


def test_sizes_are_the_same_for_the_same_student_and_others_for_another():
    assert [*sizes(exam(), 6)] == [*sizes(exam(), 6)] != [*sizes(exam("ben"), 6)]


def test_sizes_are_far_from_what_hides_a_mistake():
    drawn = [*sizes(exam(), 60, steps=(2, 12), ratios=(0.3, 3.0))]

    assert {gamma for _, gamma, _, _ in drawn} == {*GAMMAS}
    for g_norm, gamma, rho, L in drawn:
        assert abs(math.log10(g_norm)) > 0.49
        assert 0.299 <= gamma * rho <= 3.001
        assert 2 <= L <= 12


def test_sizes_can_be_read_by_a_person():
    for number in (number for drawn in sizes(exam(), 30) for number in drawn[:3]):
        assert number == float(f"{number:.3e}")


@pytest.mark.parametrize("asked", [FAR, NEAR])
def test_no_rounding_moves_the_window_of_a_threshold(asked):
    for g_norm, gamma, rho, eps in thresholds(exam(), 40, **asked):
        steps = (math.log(eps) - math.log(g_norm)) / math.log(gamma * rho)

        assert 0.1 < steps % 1 < 0.9
        assert asked["steps"][0] - 1 < steps < asked["steps"][1]


def test_a_bound_is_drawn_beside_a_network_by_which_it_can_be_replayed():
    one = exam()
    for _ in sizes(one, 3):
        assert one._draws.current.seed

    assert one._draws.current is None
