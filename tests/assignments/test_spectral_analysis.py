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


def test_the_held_network_has_the_slopes_one_and_a_half_and_doubles_its_gradient(names):
    W_hh, zs = names["try_cancelling"]
    ds = 1 - np.tanh(zs) ** 2
    norms = [norm(reference.ordered_product(W_hh, ds[:n])) for n in range(1, 31)]

    assert said("picture-of-the-products", "held at $z_k = (0,\\ 0.8814)$ in every step")
    assert zs[0] == pytest.approx([0, 0.8814], abs=5e-5)
    assert ds == pytest.approx(np.tile([1.0, 0.5], (30, 1)))
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
