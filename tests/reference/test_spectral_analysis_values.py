"""Values at the edges, values of fifty digits, and the counterexamples that refute a claim."""

import mpmath
import numpy as np
import pytest

import reference.spectral_analysis as sa

pytestmark = pytest.mark.filterwarnings("error")

NILPOTENT, TURN = [[0.0, 2.0], [0.0, 0.0]], [[0.0, -1.0], [1.0, 0.0]]
NO_STEP = np.zeros((0, 2))
CANCELLING = 4 * np.array([[1.0, -1.0], [1.0, -1.0]])

EXACT = {
    "no eigenvalue but 0": (sa.spectral_radius, (NILPOTENT,), 0),
    "complex eigenvalues": (sa.spectral_radius, (TURN,), 1),
    "a negative eigenvalue": (sa.spectral_radius, ([[-3.0, 0.0], [0.0, 2.0]],), 3),
    "norm without eigenvalues": (sa.spectral_norm, (NILPOTENT,), 2),
    "one unit": (sa.spectral_norm, ([[-3.0]],), 3),
    "a turn, three times": (sa.eigen_power, (TURN, 3), [[0, 1], [-1, 0]]),
    "power 0": (sa.eigen_power, ([[2.0, 0.0], [0.0, 3.0]], 0), np.eye(2)),
    "power 0 of zero": (sa.eigen_power, ([[0.0]], 0), [[1]]),
    "no step, in order": (sa.ordered_product, (NILPOTENT, NO_STEP), np.eye(2)),
    "no step, commuted": (sa.commuted_product, (NILPOTENT, NO_STEP), np.eye(2)),
    "newest leftmost": (sa.ordered_product, (TURN, [[1.0, 2.0], [3.0, 5.0]]), [[-6, 0], [0, -5]]),
    "past the turn": (sa.commuted_product, (TURN, [[1.0, 2.0], [3.0, 5.0]]), [[-3, 0], [0, -10]]),
    "the gap of these": (sa.commutation_gap, (TURN, [[1.0, 2.0], [3.0, 5.0]]), 5),
    "no gap after one step": (sa.commutation_gap, (CANCELLING, [[1.0, 0.5]]), 0),
    "no step, no interval": (sa.product_norm_interval, (NILPOTENT, NO_STEP), (1, 1)),
    "an interval": (sa.product_norm_interval, (np.diag([0.5, 8]), [[1, 0.25]] * 2), (1 / 64, 64)),
    "a derivative of 0": (sa.product_norm_interval, (np.eye(2), [[0.0, 1.0]]), (0, 1)),
    "powers": (sa.power_norms, (NILPOTENT, 3), [1, 2, 0, 0]),
    "power 0 only": (sa.power_norms, (NILPOTENT, 0), [1]),
    "the peak of these": (sa.transient_peak, (NILPOTENT, 3), (1, 2)),
    "the first of equal peaks": (sa.transient_peak, (np.eye(2), 3), (0, 1)),
    "normal": (sa.departure_from_normality, (TURN,), 0),
    "not normal": (sa.departure_from_normality, ([[0.0, 1.0], [0.0, 0.0]],), np.sqrt(2)),
    "norms overflow": (sa.power_norms, (1e200 * np.eye(2), 3), [1, 1e200, np.inf, np.inf]),
    "norms underflow": (sa.power_norms, (1e-200 * np.eye(2), 2), [1, 1e-200, 0]),
    "the gap overflows": (sa.commutation_gap, (1e200 * np.array(TURN), [[1, 2.0]] * 4), np.inf),
    "a square overflows": (sa.departure_from_normality, ([[0.0, 1e200], [0.0, 0.0]],), np.inf),
    "both bounds leave float64": (
        sa.product_norm_interval,
        (np.diag([1e-200, 1e200]), np.ones((2, 2))),
        (0, np.inf),
    ),
    "inf before 0": (sa.product_norm_interval, ([[1e200]], [[1.0], [1.0], [0.0]]), (0, 0)),
}


@pytest.mark.parametrize(("function", "arguments", "wanted"), EXACT.values(), ids=EXACT)
def test_the_value_at_an_edge(function, arguments, wanted):
    with np.errstate(all="raise"):
        result = function(*arguments)

    np.testing.assert_allclose(result, wanted, rtol=1e-15, atol=1e-15)


def test_a_transient_may_be_long_and_high_although_every_eigenvalue_is_below_1():
    W_hh = [[0.9, 100.0], [0.0, 0.8]]

    k, value = sa.transient_peak(W_hh, 300)
    assert (k, value) == (6, pytest.approx(269.298, abs=5e-4))
    assert sa.spectral_radius(W_hh) == 0.9
    assert sa.power_norms(W_hh, 300)[-1] < 1e-10


def test_the_polar_factors_of_a_matrix_that_turns_and_stretches():
    Q, R = sa.polar_decomposition([[0.0, -0.1], [10.0, 0.0]])

    np.testing.assert_allclose(Q, TURN, atol=1e-15)
    np.testing.assert_allclose(R, np.diag([10.0, 0.1]), atol=1e-15)


def test_what_was_measured_of_the_false_claims_of_document_001():
    """Twenty steps whose true product is a million, and whose commuted one is zero."""
    ds = np.tile([1.0, 0.5], (20, 1))
    ordered = sa.ordered_product(CANCELLING, ds)

    assert sa.spectral_norm(ordered) == pytest.approx(2**19 * np.sqrt(40))
    assert not sa.commuted_product(CANCELLING, ds).any()
    assert sa.spectral_radius(np.diag([1.0, 0.5]) @ CANCELLING) == pytest.approx(2.0)


def exactly(A):
    return mpmath.matrix(A.tolist())


def to_floats(A):
    return np.array([[float(A[r, c]) for c in range(A.cols)] for r in range(A.rows)])


@pytest.mark.parametrize("seed", range(8))
def test_fifty_digits_agree(seed):
    rng = np.random.default_rng(seed)
    d, n = 2 + seed % 4, 3
    W_hh, ds = rng.normal(size=(d, d)), rng.uniform(0.05, 1.0, size=(n, d))
    with mpmath.workdps(50):
        W, product = exactly(W_hh), mpmath.eye(d)
        for delta in ds:
            product = mpmath.diag(delta.tolist()) * W * product
        stretch = mpmath.svd_r(product, compute_uv=False)[0]
        sigma = [float(s) for s in mpmath.svd_r(W, compute_uv=False)]
        radius = max(abs(e) for e in mpmath.eig(W, left=False, right=False))
        power, norm = to_floats(W**5), float(mpmath.svd_r(W**5, compute_uv=False)[0])
        product, stretch = to_floats(product), float(stretch)
        normality = float(mpmath.mnorm(W.T * W - W * W.T, "f"))

    assert sa.spectral_radius(W_hh) == pytest.approx(float(radius), rel=1e-12)
    assert sa.spectral_norm(W_hh) == pytest.approx(sigma[0], rel=1e-14)
    assert sa.power_norms(W_hh, 5)[5] == pytest.approx(norm, rel=1e-12)
    assert sa.departure_from_normality(W_hh) == pytest.approx(normality, rel=1e-13)
    np.testing.assert_allclose(sa.eigen_power(W_hh, 5), power, atol=1e-11 * sigma[0] ** 5)
    np.testing.assert_allclose(sa.ordered_product(W_hh, ds), product, atol=1e-14 * sigma[0] ** n)
    lower, upper = sa.product_norm_interval(W_hh, ds)
    assert lower == pytest.approx(np.prod(ds.min(axis=1)) * sigma[-1] ** n, rel=1e-11)
    assert upper == pytest.approx(np.prod(ds.max(axis=1)) * sigma[0] ** n, rel=1e-13)
    assert lower <= stretch <= upper


# ---- the refutations

SIZES = range(2, 13)


def norm(A):
    return np.linalg.norm(A, 2)


def running(factors):
    product = np.eye(2)
    for factor in factors:
        product = factor @ product
    return product


@pytest.mark.parametrize("d", SIZES)
def test_the_norm_of_a_product_is_a_tenth_of_the_product_of_norms(d):
    W_hh, delta = sa.refute_norm_equality(d)

    assert norm(delta[:, None] * W_hh) == pytest.approx(0.1 * delta.max() * norm(W_hh))


@pytest.mark.parametrize("n", SIZES)
def test_the_commuted_product_is_most_of_the_way_off(n):
    W_hh, ds = sa.refute_commuting(n)
    ordered = running([delta[:, None] * W_hh for delta in ds])
    commuted = running([W_hh] * n + [np.diag(delta) for delta in ds])

    assert norm(ordered - commuted) > 0.8 * max(norm(ordered), norm(commuted))


@pytest.mark.parametrize("d", SIZES)
def test_a_matrix_without_any_eigenvalue_explodes_as_soon_as_a_row_is_halved(d):
    W_hh, delta = sa.refute_eigenvalue_criterion(d)

    assert not (W_hh @ W_hh).any()
    assert norm(np.linalg.matrix_power(delta[:, None] * W_hh, 50)) > 2**49


@pytest.mark.parametrize("n", [1, *SIZES])
def test_the_product_is_below_the_claimed_lower_bound(n):
    W_hh, ds = sa.refute_lower_bound(n)
    product = running([delta[:, None] * W_hh for delta in ds])

    assert W_hh.tolist() == [[0.1, 0.0], [0.0, 10.0]]
    assert norm(product) == pytest.approx(0.1**n)
    assert min(map(max, ds)) * norm(W_hh) == 10


@pytest.mark.parametrize("n", SIZES)
def test_the_polar_factor_grows_and_the_powers_vanish(n):
    W_hh = sa.refute_polar(n)

    assert not np.linalg.matrix_power(W_hh, n).any()
    assert norm(sa.polar_decomposition(W_hh)[1]) == 2.0


@pytest.mark.parametrize("n", SIZES)
def test_a_norm_of_ten_leaves_no_gradient_after_two_steps(n):
    W_hh, zs = sa.refute_exploding(n)

    assert norm(W_hh) == 10
    assert not running([(1 - np.tanh(z) ** 2)[:, None] * W_hh for z in zs]).any()
