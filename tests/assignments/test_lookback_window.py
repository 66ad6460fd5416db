"""What the text of `lookback_window` says of its pictures and examples, computed."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest

from reference import lookback_window as reference
from tests.conftest import ROOT

NOTEBOOK = ROOT / "assignments/lookback_window/lookback_window.ipynb"
CELLS = {cell.id: cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells}
GIVEN = ("given_imports", "given_rnn", "given_checks")


def run(*cells, **names):
    """What is defined where these cells, and those that are given, have run on right answers."""
    names |= {name: getattr(reference, name) for name in dir(reference) if name in CELLS}
    for name in (*GIVEN, *cells):
        exec(CELLS[name], names)
    return names


def said(name, words):
    return words in CELLS[name]


def test_the_gradient_in_the_weights_settles_where_the_solution_and_the_scheme_say():
    names = run("try-the-weights")
    W_hh, zs, hs, v = names["try_rnn"][0], names["try_zs"], names["try_hs"], names["try_v"]
    norms = {
        L: np.linalg.norm(names["weight_gradient_within"](W_hh, zs, hs, v, L, "tanh"))
        for L in (5, 10, 20, 40, 60)
    }

    assert said("prompt_window", "about 0.8235, from about $L = 10$ on")
    assert said("derive_window", "settles at 0.8235 after some ten steps")
    assert [norms[L] for L in (10, 20, 40)] == pytest.approx([norms[60]] * 3, abs=1e-6)
    assert norms[5] != pytest.approx(norms[60], abs=1e-6)
    assert f"{norms[60]:.4f}" == "0.8235"


def test_a_window_outside_the_picture_stands_in_the_legend():
    with mpl.rc_context({"backend": "agg"}), pytest.MonkeyPatch.context() as patch:
        patch.setattr(plt, "show", plt.close)
        names = run("plot-the-slopes", "try-the-gradient", "plot-the-gradients")
        legends = []
        for activation, rho in (("tanh", 1.8), ("sigmoid", 1.8), ("tanh", 0.8), ("sigmoid", 3.9)):
            figure, ax = plt.subplots()
            names["draw"](ax, activation, rho)
            texts = [text.get_text() for text in ax.get_legend().get_texts()]
            legends.append([text for text in texts if "window" in text])
            plt.close(figure)

    assert said("what-to-look-for", "`rho=0.8` on the left and `rho=3.9` on the right")
    assert said("the-picture", "beyond $L = 40$")
    outside = "window for $10^{-6}$: %d, outside the picture"
    assert legends == [[], ["window for $10^{-6}$: 19"], [outside % 67], [outside % 583]]


def test_the_counterexample_of_the_solution_is_what_it_says():
    W_hh, g_T, zs = np.array([[0.0, 10.0], [0.0, 0.0]]), np.array([0.0, 1.0]), np.zeros((10, 2))
    bounds = [reference.gradient_bound(1.0, 1.0, 10.0, L) for L in (1, 2, 10)]
    unit = reference.jacobian([[5.0]], [5.0])[0, 0]

    assert said("derive_counterexample", "$g_T = (0, 1)^\\top$, of length 1.")
    assert np.linalg.norm(W_hh, 2) == 10
    assert not any(reference.loss_gradient(W_hh, zs, g_T, L).any() for L in range(1, 11))
    assert said("derive_counterexample", "10 for $L = 1$, 100 for $L = 2$, $10^{10}$ for $L = 10$")
    assert bounds == pytest.approx([10, 100, 1e10])
    assert said("derive_counterexample", "the slope $1 - \\tanh^2 5 = 0.00018$")
    assert said("derive_counterexample", "a step multiplies with 0.0009 and not with 5")
    assert (f"{unit / 5:.5f}", f"{unit:.4f}") == ("0.00018", "0.0009")


def test_none_below_the_threshold_is_told_to_be_wrong():
    def vanishing_window(g_norm, gamma, rho, eps):
        return None if gamma * rho >= 1 else reference.vanishing_window(g_norm, gamma, rho, eps)

    names = run() | {"vanishing_window": vanishing_window}
    with pytest.raises(AssertionError, match="returned None: that is wrong here, as 1e-9 is below"):
        exec(CELLS["test_vanishing_window"], names)
