"""What the text of `spectral_analysis` says of its pictures and examples, computed."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest

from reference import spectral_analysis as reference
from tests.conftest import ROOT

NOTEBOOK = ROOT / "assignments/spectral_analysis/spectral_analysis.ipynb"
CELLS = {cell.id: cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells}
CANCELLING = np.array([[4.0, -4.0], [4.0, -4.0]])


@pytest.fixture(scope="module")
def names():
    """What is defined where the cells that are given and those with pictures have run."""
    names = {name: getattr(reference, name) for name in dir(reference) if name in CELLS}
    with mpl.rc_context({"backend": "agg"}), pytest.MonkeyPatch.context() as patch:
        patch.setattr(plt, "show", plt.close)
        for name, source in CELLS.items():
            if name.startswith(("given_", "plot-")):
                exec(source, names)
    return names


def norm(A):
    return np.linalg.norm(A, 2)


def said(name, words):
    return words in CELLS[name]


def test_the_three_matrices_have_the_same_eigenvalues_and_other_transients(names):
    matrices = [names["with_eigenvalues_of"](names["blocks"], s, seed=3) for s in names["looks"]]
    peaks = [reference.transient_peak(W_hh, 60) for W_hh in matrices]

    assert said("picture-of-the-eigenvalues", "the outermost at 0.9")
    assert [reference.spectral_radius(W) for W in matrices] == pytest.approx([0.9] * 3, abs=1e-8)
    assert said("what-the-eigenvalues-show", "by a factor between 3 and 4 and by more than 100")
    assert (peaks[0][0], peaks[0][1]) == (0, 1.0)
    assert 3 < peaks[1][1] < 4
    assert peaks[2][1] > 100
    assert max(k for k, _ in peaks) < 10


def test_the_two_products_of_the_random_network_part_after_a_few_steps(names):
    W_hh, zs = names["try_random"]
    ds = 1 - np.tanh(zs) ** 2
    ordered, commuted = (
        [norm(product(W_hh, ds[:n])) for n in range(31)]
        for product in (reference.ordered_product, reference.commuted_product)
    )

    assert said("what-the-products-show", "apart by many orders of magnitude")
    assert np.allclose(np.log10(ordered[:6]), np.log10(commuted[:6]), atol=0.5)
    assert ordered[30] > 1e6 * commuted[30]


def test_the_two_products_differ_after_two_steps_where_their_norms_are_close(names):
    W_hh, zs = names["try_random"]
    ds = 1 - np.tanh(zs[:2]) ** 2
    share = reference.commutation_gap(W_hh, ds) / norm(reference.ordered_product(W_hh, ds))

    assert said("what-the-products-show", "after two steps the matrices already differ by 41 %")
    assert share == pytest.approx(0.41, abs=0.005)


def test_the_held_network_has_the_slopes_one_and_a_half_and_doubles_its_gradient(names):
    W_hh, zs = names["try_cancelling"]
    ds = 1 - np.tanh(zs) ** 2
    norms = [norm(reference.ordered_product(W_hh, ds[:n])) for n in range(1, 31)]

    assert said("picture-of-the-products", "held at $z_k = (0,\\ 0.8814)$ in every step")
    assert zs[0] == pytest.approx([0, 0.8814], abs=5e-5)
    assert ds == pytest.approx(np.tile([1.0, 0.5], (30, 1)))
    assert said("what-the-products-show", "a norm of about 6.3 after one step, and from then on")
    assert norms[0] == pytest.approx(6.3, abs=0.05)
    assert np.divide(norms[1:], norms[:-1]) == pytest.approx(2.0)
    assert not reference.commuted_product(W_hh, ds[:2]).any()
    assert np.array_equal(W_hh, CANCELLING)


def test_the_interval_of_ten_steps_spans_many_orders_of_magnitude():
    names = {name: getattr(reference, name) for name in dir(reference) if name in CELLS}
    for cell in ("given_imports", "given_checks", "try-the-interval"):
        exec(CELLS[cell], names)

    assert said("what-the-interval-shows", "After ten steps it spans many orders of magnitude")
    assert names["try_high"] > 1e10 * names["try_low"]


def test_the_examples_of_the_solutions_are_what_they_say():
    swap, D = np.array([[0.0, 1.0], [1.0, 0.0]]), [1.0, 0.5]
    J = np.diag(D) @ CANCELLING
    tiny = np.diag([0.1, 10.0]), np.tile([1.0, 0.001], (4, 1))

    assert reference.ordered_product(swap, [D, D]).tolist() == np.diag([0.5, 0.5]).tolist()
    assert reference.commuted_product(swap, [D, D]).tolist() == np.diag([1.0, 0.25]).tolist()
    assert norm(np.diag([1.0, 0.1]) @ np.diag([0.1, 1.0])) == 0.1
    assert np.array_equal(J, [[4.0, -4.0], [2.0, -2.0]])
    assert np.array_equal(np.linalg.matrix_power(J, 5), 2**4 * J)
    assert np.linalg.eigvals(J) == pytest.approx([2.0, 0.0])
    assert norm(reference.ordered_product(*tiny)) == pytest.approx(0.1**4)


def test_rounding_hides_a_defective_matrix_from_the_limit_of_the_condition_number():
    hidden = np.array([[3.0, 1.0], [-1.0, 1.0]])
    want = np.linalg.matrix_power(hidden, 5)

    def condition(W_hh):
        return np.linalg.cond(np.linalg.eig(np.array(W_hh))[1])

    assert said(
        "powers", "$\\begin{pmatrix} 3 & 1 \\\\ -1 & 1 \\end{pmatrix}$ has one eigenvector only"
    )
    assert said("powers", "condition number is about $9.5 \\cdot 10^7$")
    assert not np.linalg.matrix_power(hidden - 2 * np.eye(2), 2).any()
    assert condition(hidden) == pytest.approx(9.5e7, rel=0.01)
    assert reference.eigen_power(hidden, 5) == pytest.approx(want, rel=1e-7)
    assert said("powers", "the ones to refuse above $10^{15}$")
    assert min(condition([[1.0, 1.0], [0.0, 1.0]]), condition([[0.0, 2.0], [0.0, 0.0]])) > 1e15


def test_derivatives_round_to_zero_from_about_19_on():
    assert said("conventions", "rounds to exactly 0 from about $\\lvert z \\rvert = 19$ on")
    assert 1 - np.tanh(18.0) ** 2 > 0
    assert 1 - np.tanh(19.5) ** 2 == 0


def test_the_gap_of_two_steps_is_the_number_in_its_check():
    gap = reference.commutation_gap([[0.0, 2.0], [1.0, 1.0]], [[1.0, 0.5], [0.25, 1.0]])

    assert said("test_commutation_gap", "want=1.03266215")
    assert gap == pytest.approx(1.03266215, abs=5e-9)


def test_the_peaks_that_are_named_stand_out_by_a_thousandth():
    slow = np.sort(reference.power_norms([[0.9, 100.0], [0.0, 0.8]], 30))

    assert said("function-10", "the largest norm is at least 0.1 % above all others")
    assert slow[-1] > 1.001 * slow[-2]


def test_taking_the_third_output_of_svd_for_b_fails_at_the_first_check_of_the_polar_decomposition():
    names = {}
    for cell in ("given_imports", "given_checks"):
        exec(CELLS[cell], names)

    def polar_decomposition(W_hh):
        A, sigma, B = np.linalg.svd(W_hh)
        return A @ B.T, B @ np.diag(sigma) @ B.T

    names["polar_decomposition"] = polar_decomposition
    with pytest.raises(AssertionError, match="B or its transpose"):
        exec(CELLS["test_polar_decomposition"], names)


def test_two_things_in_place_of_one_array_fail_with_a_line_of_their_own():
    names = {}
    for cell in ("given_imports", "given_checks"):
        exec(CELLS[cell], names)

    def refute_polar(n):
        return np.diag([1.0, 2.0]), np.ones(2)

    names["refute_polar"] = refute_polar
    with pytest.raises(AssertionError, match="should return one array, W_hh"):
        exec(CELLS["test_refute_polar"], names)
