"""The numbers that the notebook on gated remedies speaks of are those that its formulas give."""

import numpy as np
import pytest

import reference.gated_remedies as gr
from reference.rnn_gradients import step_jacobian
from tests.assignments.test_notebooks import notebook

TEXT = "\n".join(cell.source for cell in notebook("gated_remedies").cells)
NOTHING = np.zeros(1)


def one_unit(**given):
    """An LSTM of one unit and one input whose parameters are 0, but for those that are given."""
    P = {f"{a}_{k}": np.zeros((1, 1)[: 1 + (a != "b")]) for k in "fioc" for a in "WUb"}
    return P | {key: np.full(P[key].shape, float(value)) for key, value in given.items()}


def logistic(v):
    return 1 / (1 + np.exp(-v))


def state(**given):
    return gr.lstm_step(one_unit(**given), NOTHING, NOTHING, NOTHING)[0].item()


EXPLODES = gr.lstm_state_jacobian(one_unit(W_c=8, b_f=8, b_o=8), *[NOTHING] * 3)
WITHOUT_TANH = np.tanh(logistic(2))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (state(b_i=2, b_o=-2, b_c=1), "0.0698"),
        (state(b_i=2, b_o=2, b_c=1), "0.5157"),
        (logistic(-2) * WITHOUT_TANH, "0.0843"),
        (logistic(2) * WITHOUT_TANH, "0.6226"),
        (logistic(2) * np.tanh(1), "0.6708"),
        (np.tanh(3), "0.9951"),
        (1 - np.tanh(3) ** 2, "0.0099"),
        (np.tanh(-1), "-0.762"),
        (logistic(-1), "0.269"),
        (0.9 ** (1 / 100), "0.99895"),
        (np.log(0.9**0.01 / (1 - 0.9**0.01)), "6.86"),
        (EXPLODES[0, 0], "4.00"),
        (EXPLODES[0, 1], "0.999"),
        (EXPLODES[1, 1], "0.9997"),
        (np.abs(np.linalg.eigvals(EXPLODES)).max(), "5.0"),
        (0.9**50, "0.005"),
    ],
)
def test_a_number_is_what_is_computed(number, told):
    digits = len(told.partition(".")[2])

    assert f"{number:.{digits}f}" == told
    assert told in TEXT


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (np.linalg.norm(np.linalg.matrix_power(EXPLODES, 10), 2), r"1.1 \cdot 10^7"),
        (0.5**50, r"8.9 \cdot 10^{-16}"),
    ],
)
def test_a_large_or_small_number_is_what_is_computed(number, told):
    mantissa, exponent = f"{number:.1e}".split("e")
    power = int(exponent)

    assert told.replace("{", "").replace("}", "") == rf"{mantissa} \cdot 10^{power}"
    assert told in TEXT


def test_what_is_said_of_other_remedies_is_true():
    assert np.linalg.norm(step_jacobian(-np.eye(2), np.zeros(2)) - np.eye(2), 2) == 2
    assert np.array_equal(gr.residual_jacobian(np.eye(2), np.zeros(2)), 2 * np.eye(2))
    assert gr.clip_by_global_norm([np.array([1e-9])], 1.0)[0][0] == 1e-9


def test_the_cliff_throws_plain_descent_away_as_far_as_is_told():
    """The length of the gradient is 70 there, so the step is 7; a clipped one is 0.05."""
    (cell,) = (c for c in notebook("gated_remedies").cells if c.id == "plot-the-cliff")
    (given,) = (c for c in notebook("gated_remedies").cells if c.id == "given_networks")
    namespace = {"np": np}
    exec(given.source, namespace)
    exec(cell.source.partition("def clipped")[0], namespace)

    losses, lengths = namespace["descend"](lambda gradient: gradient)

    assert f"{max(lengths):.0f}" == "70"
    assert losses[-1] > 0.8
    assert lengths[-1] < 1e-4
