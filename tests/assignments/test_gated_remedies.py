"""The numbers that the notebook on gated remedies speaks of are those that its formulas give."""

import itertools
import pickle
from functools import cache

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


def cell(name):
    (found,) = (c.source for c in notebook("gated_remedies").cells if c.id == name)
    return found


def ran(name, source, **given):
    """The variables after the cell of this name and then `source` were run."""
    namespace = {"np": np, "pickle": pickle} | given
    for code in (cell(name), source):
        exec(code, namespace)
    return namespace


def run_checks(question, function):
    """Runs the visible checks of a question on a function; each other function is the reference."""
    names = ("lstm_step", "gru_step", "clip_by_global_norm")
    given = {name: getattr(gr, name) for name in names} | {question: function}
    code = cell("given_networks") + "\n" + cell(f"test_{question}")
    ran("given_checks", code, **given)


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
    descend = ran("given_networks", cell("plot-the-cliff").partition("def clipped")[0])["descend"]

    losses, lengths = descend(lambda gradient: gradient)

    assert f"{max(lengths):.0f}" == "70"
    assert losses[-1] > 0.8
    assert lengths[-1] < 1e-4


def test_clipped_descent_crosses_the_cliff_until_it_is_gone_as_is_told():
    """On the way w shrinks to 0.87, and many gradients are longer than 10 before clipping."""
    descend = ran("given_networks", cell("plot-the-cliff").partition("def clipped")[0])["descend"]
    shifts = []

    def clipped(gradient):
        (short,), _ = gr.clip_by_global_norm([gradient], 0.5)
        shifts.append(-0.1 * short)
        return short

    losses, lengths = descend(clipped)
    w = 2.0 + sum(shifts)[0]

    assert f"{w:.2f}" == "0.87"
    assert "to about 0.87" in TEXT
    assert sum(length > 10 for length in lengths) > 20
    assert losses[-1] < 0.001
    assert sum(first[1] * then[1] < 0 for first, then in itertools.pairwise(shifts)) > 50


@pytest.mark.parametrize("question", ["lstm_step", "gru_step", "clip_by_global_norm"])
def test_the_numbers_that_are_typed_in_visible_checks_are_those_of_the_reference(question):
    run_checks(question, getattr(gr, question))


@pytest.mark.parametrize(
    ("letter", "turn"), [("W", np.transpose), ("W", np.zeros_like), ("U", np.zeros_like)]
)
@pytest.mark.parametrize(("question", "gates"), [("lstm_step", "fioc"), ("gru_step", "rzn")])
def test_visible_checks_see_weights_that_are_turned_or_passed_over(question, gates, letter, turn):
    for gate in gates:

        def wrong(P, *vectors, key=f"{letter}_{gate}"):
            right = getattr(gr, question)
            right(P, *vectors)  # refuses what the right one refuses
            return right(P | {key: turn(P[key])}, *vectors)

        wrong.__name__ = question
        with pytest.raises(AssertionError, match=question):
            run_checks(question, wrong)


@pytest.mark.parametrize(
    ("name", "told", "words"),
    [
        ("residual", "4.5", "the norm is about 4.5"),
        ("GRU", "0.64", "sinks slowly, to about 0.64"),
        ("LSTM", "4.8", "rises to about 4.8"),
    ],
)
def test_the_picture_of_all_remedies_ends_where_it_is_told_to(name, told, words):
    norms = drawn()[name]

    assert f"{norms[-1]:.{len(told) - 2}f}" == told
    assert words in TEXT


def test_the_lstm_in_the_picture_is_level_for_as_long_as_is_told():
    level = drawn()["LSTM"][:46]

    assert min(level) > 0.7
    assert max(level) < 1.5
    assert "between 0.7 and 1.5 for 45 steps" in TEXT


@cache
def drawn():
    """The lines in the picture of all remedies, with the functions of the reference."""
    functions = {name: getattr(gr, name) for name in dir(gr) if not name.startswith("_")}
    code = cell("given_networks") + "\n" + cell("plot-the-remedies").partition("figure, ax")[0]
    all_of_it = ran("given_checks", code, **functions)
    networks = all_of_it["networks"].items()
    return {name: all_of_it["flow"](make(), size) for name, (make, size, *_) in networks}


def write_up(P, x, h, c, tanh, output):
    """A step of an LSTM with this function for the candidate, and this gate's weights for o."""
    gr.lstm_step(P, x, h, c)  # refuses what the right one refuses
    v = {k: P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc"}
    new = logistic(v["f"]) * c + logistic(v["i"]) * tanh(v["c"])
    return logistic(v[output]) * np.tanh(new), new


@pytest.mark.parametrize(
    ("tanh", "output", "hint"),
    [(np.tanh, "i", r"question 1 \(a\)"), (np.positive, "o", r"question 1 \(b\)")],
)
def test_a_hint_names_the_part_of_question_1_that_the_mistake_belongs_to(tanh, output, hint):
    def lstm_step(*args):
        return write_up(*args, tanh, output)

    with pytest.raises(AssertionError, match=hint):
        run_checks("lstm_step", lstm_step)
