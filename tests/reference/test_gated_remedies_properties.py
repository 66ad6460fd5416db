"""Identities and edges of gated remedies, and the numbers that the notebook speaks of."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference.gated_remedies as gr
from reference.rnn_gradients import step_jacobian

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
every = settings(derandomize=True, deadline=None, max_examples=60)


@st.composite
def networks(draw):
    """An LSTM and a GRU with d in 1..6 units and m in 1..4 inputs, of any size of weights."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    d, m, gain = (
        draw(st.integers(1, 6)),
        draw(st.integers(1, 4)),
        draw(st.sampled_from([0.3, 1, 5])),
    )
    shapes = {"W": (d, d), "U": (d, m), "b": (d,)}
    P = {f"{a}_{k}": gain * rng.normal(size=s) for k in "fiocrzn" for a, s in shapes.items()}
    x, h, c = rng.normal(size=m), rng.uniform(-1, 1, d), 3 * rng.normal(size=d)
    return SimpleNamespace(P=P, x=x, h=h, c=c, d=d, gain=gain, rng=rng)


def moved(function, s, direction, step=1e-6):
    """What a nudge in one direction does to a function, per length of the nudge."""
    return (function(s + step * direction) - function(s - step * direction)) / (2 * step)


@given(networks())
@every
def test_states_of_an_lstm_stay_in_bounds_and_memory_grows_by_one_at_most(a):
    h_new, c_new = gr.lstm_step(a.P, a.x, a.h, a.c)

    assert (np.abs(h_new) <= 1).all()
    assert (np.abs(c_new) <= np.abs(a.c) + 1).all()


@given(networks())
@every
def test_a_state_of_a_gru_lies_between_the_old_one_and_a_tanh(a):
    h_new = gr.gru_step(a.P, a.x, a.h)

    assert (h_new <= np.maximum(a.h, 1)).all()
    assert (h_new >= np.minimum(a.h, -1)).all()


@given(networks())
@every
def test_the_lower_right_block_of_an_lstm_is_that_of_its_memory(a):
    J = gr.lstm_state_jacobian(a.P, a.x, a.h, a.c)
    direct = gr.lstm_memory_jacobian(a.P, a.x, a.h, a.c)

    assert np.array_equal(J[a.d :, a.d :], direct)
    assert np.array_equal(direct, np.diag(np.diag(direct)))
    assert np.diag(direct).min() >= 0
    assert np.diag(direct).max() <= 1


@given(networks())
@every
def test_jacobians_are_what_nudges_in_any_direction_do(a):
    """A central difference of step 1e-6 is right to 1e-9 times the third derivative, gain³."""
    nudge = a.rng.normal(size=2 * a.d)
    both = moved(
        lambda s: np.concatenate(gr.lstm_step(a.P, a.x, s[: a.d], s[a.d :])),
        np.concatenate([a.h, a.c]),
        nudge,
    )
    state = moved(lambda h: gr.gru_step(a.P, a.x, h), a.h, nudge[: a.d])
    room = 1e-8 * (1 + a.gain) ** 3 * (1 + np.linalg.norm(nudge)) ** 3

    assert np.abs(gr.lstm_state_jacobian(a.P, a.x, a.h, a.c) @ nudge - both).max() < room
    assert np.abs(gr.gru_jacobian(a.P, a.x, a.h) @ nudge[: a.d] - state).max() < room


@given(networks())
@every
def test_renaming_the_units_renames_them_in_the_result(a):
    order = a.rng.permutation(a.d)
    W = {
        key: value[order][:, order] if key[0] == "W" else value[order] for key, value in a.P.items()
    }
    twice = np.concatenate([order, a.d + order])

    J, renamed = (
        gr.lstm_state_jacobian(*given)
        for given in ((a.P, a.x, a.h, a.c), (W, a.x, a.h[order], a.c[order]))
    )
    room = 100 * U * (1 + np.abs(J).max() + a.gain**2 * a.d)
    assert np.abs(J[twice][:, twice] - renamed).max() <= room


@given(networks())
@every
def test_singular_values_of_a_residual_step_lie_within_the_bounds(a):
    lo, hi = gr.residual_bounds(a.P["W_f"], a.c)
    values = np.linalg.svd(gr.residual_jacobian(a.P["W_f"], a.c))[1]
    room = 50 * a.d * U * hi

    assert lo - room <= values.min()
    assert values.max() <= hi + room
    assert lo == pytest.approx(max(0.0, 2 - hi), abs=4 * U)


@given(st.integers(0, 2**32 - 1), st.integers(1, 8), st.sampled_from([0.1, 1.0, 30.0]))
@every
def test_an_orthogonal_matrix_changes_every_length_by_the_gain(seed, d, gain):
    Q = gr.orthogonal_init(d, np.random.default_rng(seed), gain)

    assert np.abs(Q.T @ Q - gain**2 * np.eye(d)).max() <= 20 * d * U * gain**2
    assert np.array_equal(Q, gr.orthogonal_init(d, np.random.default_rng(seed), gain))
    assert d == 1 or not np.array_equal(
        Q, gr.orthogonal_init(d, np.random.default_rng(seed + 1), gain)
    )


def test_a_generator_moves_on_and_the_one_that_all_share_does_not():
    rng, before = np.random.default_rng(1), str(np.random.get_state())
    first, second = (gr.orthogonal_init(3, rng) for _ in range(2))

    assert not np.array_equal(first, second)
    assert str(np.random.get_state()) == before


@given(networks(), st.floats(0.01, 100))
@every
def test_a_clipped_gradient_keeps_its_direction_and_is_as_long_as_it_may_be(a, max_norm):
    grads = [a.P["W_f"], a.P["b_f"]]
    clipped, norm = gr.clip_by_global_norm(grads, max_norm)
    again, after = gr.clip_by_global_norm(clipped, max_norm)

    assert after == pytest.approx(min(norm, max_norm), rel=20 * U)
    for g, once, twice in zip(grads, clipped, again, strict=True):
        np.testing.assert_allclose(once * norm, g * min(norm, max_norm), rtol=20 * U)
        np.testing.assert_allclose(twice, once, rtol=20 * U)
        assert norm > max_norm or np.array_equal(g, once)


@pytest.mark.parametrize(
    ("grads", "max_norm", "clipped", "norm"),
    [
        ([[3.0, 4.0]], 1.0, [[0.6, 0.8]], 5.0),
        ([[3.0], [4.0]], 10.0, [[3.0], [4.0]], 5.0),
        ([[0.0, 0.0]], 1.0, [[0.0, 0.0]], 0.0),
        ([[3e200, 4e200]], 1.0, [[0.6, 0.8]], 5e200),
        ([[], [2.0]], 1, [[], [1.0]], 2.0),
        ([], 1.0, [], 0.0),
    ],
)
def test_the_edges_of_clipping(grads, max_norm, clipped, norm):
    got, length = gr.clip_by_global_norm([np.array(g) for g in grads], max_norm)

    assert length == pytest.approx(norm, rel=4 * U)
    for one, want in zip(got, clipped, strict=True):
        np.testing.assert_allclose(one, want, rtol=4 * U)


# ---- gates at their ends, and the numbers that the notebook speaks of


def one_unit(gates, **given):
    """Parameters of one unit and one input: 0, but for those that are given."""
    P = {f"{a}_{k}": np.zeros((1, 1)[: 1 + (a != "b")]) for k in gates for a in "WUb"}
    return P | {key: np.full(P[key].shape, float(value)) for key, value in given.items()}


NOTHING = np.zeros(1)


def test_saturated_gates_are_exact_and_warn_of_nothing():
    keeps = one_unit("fioc", b_f=1000, b_i=-1000, b_o=1000, b_c=1000)
    h_new, c_new = gr.lstm_step(keeps, NOTHING, NOTHING, np.array([0.5]))

    assert (c_new, h_new) == (0.5, np.tanh(0.5))
    assert gr.gru_step(one_unit("rzn", b_z=-1000, b_n=0.5), NOTHING, [0.3]) == np.tanh(0.5)
    assert gr.gru_jacobian(one_unit("rzn", b_z=1000), NOTHING, [0.3]) == 1.0


def test_the_output_gate_of_document_002_is_its_input_gate():
    P = one_unit("fioc", b_i=2, b_o=-2, b_c=1)
    own, _ = gr.lstm_step(P, NOTHING, NOTHING, NOTHING)
    shared, _ = gr.lstm_step(P | {"b_o": P["b_i"]}, NOTHING, NOTHING, NOTHING)

    assert own == pytest.approx(0.0698, abs=5e-5)
    assert shared == pytest.approx(0.5157, abs=5e-5)


def test_a_forget_gate_of_one_half_forgets_fifty_steps():
    f = gr.lstm_memory_jacobian(one_unit("fioc"), NOTHING, NOTHING, NOTHING)

    assert f.item() ** 50 == pytest.approx(8.9e-16, rel=0.01)


def test_an_lstm_can_explode():
    J = gr.lstm_state_jacobian(one_unit("fioc", W_c=8, b_f=8, b_o=8), *[NOTHING] * 3)

    assert np.abs(np.linalg.eigvals(J)).max() == pytest.approx(5.0, abs=0.005)
    assert np.linalg.norm(np.linalg.matrix_power(J, 10), 2) == pytest.approx(1.1e7, rel=0.05)


def test_a_residual_step_can_explode_and_an_orthogonal_one_be_far_from_the_identity():
    J = gr.residual_jacobian(np.diag([1.0, 0.5]), np.zeros(2))

    assert np.linalg.norm(np.linalg.matrix_power(J, 50), 2) == 2.0**50
    assert gr.residual_bounds(-np.eye(2), np.zeros(2)) == (0.0, 2.0)
    assert np.linalg.norm(step_jacobian(-np.eye(2), np.zeros(2)) - np.eye(2), 2) == 2


def test_clipping_leaves_what_has_vanished():
    (clipped,), norm = gr.clip_by_global_norm([np.array([1e-9])], 1.0)

    assert clipped == norm == 1e-9
    assert math.isclose(gr.clip_by_global_norm([np.full(4, 1e9)], 1.0)[0][0][0], 0.5)
