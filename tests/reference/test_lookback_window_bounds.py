"""The bounds of `lookback_window`: against fifty digits, by identities, and beyond float64."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mpmath import MPContext

from reference.lookback_window import (
    gradient_bound,
    log_gradient_bound,
    vanishing_window,
    window_table,
)

pytestmark = pytest.mark.filterwarnings("error")

INF = math.inf
fifty = MPContext()
fifty.dps = 50

positive = st.floats(1e-6, 1e6)
gammas = st.sampled_from([0.25, 0.6, 1.0])
ratios = st.floats(0.05, 20)
windows = st.integers(0, 60)


def exact_log(g_norm, gamma, rho, L):
    g_norm, gamma, rho = map(fifty.mpf, (g_norm, gamma, rho))
    return fifty.log(g_norm) + L * (fifty.log(gamma) + fifty.log(rho))


# ---- the bound and its logarithm


@given(positive, gammas, ratios, windows)
def test_the_bound_is_the_power_of_exact_fractions(g_norm, gamma, rho, L):
    exact = Fraction(g_norm) * (Fraction(gamma) * Fraction(rho)) ** L
    assume(1e-290 < exact < 1e290)

    assert gradient_bound(g_norm, gamma, rho, L) == pytest.approx(float(exact), rel=1e-12)


@given(positive, gammas, ratios, st.integers(0, 100_000))
def test_the_logarithm_agrees_with_fifty_digits(g_norm, gamma, rho, L):
    logs = [abs(math.log(number)) for number in (g_norm, gamma, rho)]
    rounding = (logs[0] + L * (logs[1] + logs[2])) * 2.0**-50

    error = abs(log_gradient_bound(g_norm, gamma, rho, L) - exact_log(g_norm, gamma, rho, L))
    assert error <= rounding


@given(positive, gammas, ratios, windows)
def test_a_step_more_adds_the_logarithm_of_gamma_rho(g_norm, gamma, rho, L):
    step = log_gradient_bound(g_norm, gamma, rho, L + 1) - log_gradient_bound(g_norm, gamma, rho, L)

    assert step == pytest.approx(math.log(gamma * rho), abs=1e-11)


@pytest.mark.parametrize(
    ("args", "bound", "log"),
    [
        ((2.0, 1.0, 0.5, 0), 2.0, math.log(2)),
        ((2.0, 1.0, 0.0, 0), 2.0, math.log(2)),
        ((2.0, 0.0, 0.0, 0), 2.0, math.log(2)),
        ((1.0, 1.0, 0.0, 5), 0.0, -INF),
        ((1.0, 0.0, 3.0, 5), 0.0, -INF),
        ((0.0, 1.0, 2.0, 5), 0.0, -INF),
        ((0.0, 1.0, 2.0, 0), 0.0, -INF),
        ((0.0, 1.0, 1e300, 2000), 0.0, -INF),
        ((1.0, 1.0, 2.0, 2000), INF, 2000 * math.log(2)),
        ((1.0, 1.0, 0.5, 5000), 0.0, -5000 * math.log(2)),
        ((1.0, 1e-200, 1e200, 3), 1.0, 0.0),
        ((1e200, 1e-200, 1e-200, 1), 1e-200, -200 * math.log(10)),
    ],
)
def test_zeros_and_numbers_beyond_float64_are_what_they_should_be(args, bound, log):
    assert gradient_bound(*args) == pytest.approx(bound, rel=1e-12)
    assert log_gradient_bound(*args) == pytest.approx(log, rel=1e-12, abs=1e-12)


def test_answers_are_plain_numbers():
    assert type(gradient_bound(1, 1, 2, np.int64(3))) is float
    assert type(log_gradient_bound(1, 1, 2, 0)) is float
    assert type(log_gradient_bound(np.float64(1), 1, 2, 1)) is float
    assert type(vanishing_window(1, 1, 0.5, 1e-3)) is int


# ---- the table


@given(positive, gammas, ratios, st.lists(st.integers(0, 10_000), max_size=5))
def test_the_table_has_a_row_for_each_window_in_their_order(g_norm, gamma, rho, some):
    table = window_table(g_norm, gamma, rho, some)

    assert table.shape == (len(some), 2)
    assert table[:, 0].tolist() == some
    for L, log10 in zip(some, table[:, 1], strict=True):
        assert log10 == log_gradient_bound(g_norm, gamma, rho, L) / np.log(10)


def test_the_table_tells_orders_of_magnitude_beyond_float64():
    table = window_table(1.0, 1.0, 0.1, [0, 1, 400, 100_000])

    assert np.allclose(table, [[0, 0], [1, -1], [400, -400], [1e5, -1e5]], rtol=1e-14)
    assert window_table(1.0, 1.0, 0.0, np.array([0, 3])).tolist() == [[0, 0], [3, -INF]]


# ---- the window


@given(positive, gammas, ratios, st.floats(-300, 6))
def test_the_bound_is_below_eps_at_the_window_and_not_before_it(g_norm, gamma, rho, log10_eps):
    eps = 10.0**log10_eps
    L = vanishing_window(g_norm, gamma, rho, eps)
    logs = fifty.log(fifty.mpf(eps))
    if L is None:
        assert g_norm >= eps
        assert math.log(gamma) + math.log(rho) >= 0
        return
    assume(L < 10**7)
    slack = 1e-9  # ties, which nobody is asked about

    assert exact_log(g_norm, gamma, rho, L) < logs + slack
    assert L == 0 or exact_log(g_norm, gamma, rho, L - 1) >= logs - slack


@pytest.mark.parametrize(
    ("args", "window"),
    [
        ((1.0, 1.0, 0.5, 2.0**-10), 11),  # a tie: strictly below
        ((1.0, 0.25, 3.9, 1e-6), 546),
        ((1.0, 1.0, 1.0, 1e-6), None),
        ((3.0, 0.25, 4.0, 1e-6), None),
        ((1e-9, 1.0, 5.0, 1e-6), 0),
        ((1.0, 1.0, 0.0, 1e-6), 1),
        ((1.0, 0.0, 7.0, 1e-6), 1),
        ((0.0, 1.0, 7.0, 1e-6), 0),
        ((1e300, 1.0, 0.95, 1e-300), 26935),
    ],
)
def test_the_edge_cases_of_the_window(args, window):
    assert vanishing_window(*args) == window


def test_a_smaller_threshold_is_never_reached_earlier():
    found = [vanishing_window(3.0, 0.25, 3.5, eps) for eps in 10.0 ** -np.arange(0, 300, 7.0)]

    assert found == sorted(found)
