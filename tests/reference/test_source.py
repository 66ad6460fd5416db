"""The source of right answers in one piece: it runs where the checks cannot be imported."""

import sys

import pytest

from reference.source import in_one_piece

ASSIGNMENTS = ("rnn_gradients", "lookback_window", "spectral_analysis", "gated_remedies")


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_piece_needs_no_module_of_checks(assignment, monkeypatch):
    monkeypatch.setitem(sys.modules, "reference.arguments", None)
    names = {"__name__": "piece"}

    exec(in_one_piece(assignment), names)

    assert names["array"].__module__ == "piece"


def test_a_piece_answers_and_refuses_like_the_module():
    names = {}
    exec(in_one_piece("rnn_gradients"), names)

    assert names["step_jacobian"]([[2.0]], [0.0]).tolist() == [[2.0]]
    with pytest.raises(ValueError, match="W_hh has shape"):
        names["step_jacobian"]([2.0], [])
