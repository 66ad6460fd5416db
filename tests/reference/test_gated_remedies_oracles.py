"""The answers about gated remedies, found again by other routes.

One step is computed unit by unit with fifty digits. Jacobians are measured by complex steps of that
same loop: the imaginary part of f(s + iε) is ε f'(s) without any cancellation. All weights are of
size one, so a few dozen roundings of size u = 2⁻⁵³ are all that may differ.
"""

import cmath
from itertools import chain

import mpmath
import numpy as np
import pytest

import reference.gated_remedies as gr

U = 2.0**-53
ROOM = 200 * U
TINY = 1e-30
SIZES = [(1, 2), (2, 1), (3, 2), (5, 3)]


def parameters(rng, gates, d, m, gain=1.0):
    shapes = {"W": (d, d), "U": (d, m), "b": (d,)}
    return {f"{a}_{k}": gain * rng.normal(size=s) for k in gates for a, s in shapes.items()}


def affine(P, gate, x, h):
    """W_k h + U_k x + b_k, unit by unit."""
    W, U_k, b = (P[f"{letter}_{gate}"].tolist() for letter in ("W", "U", "b"))
    return [
        sum(w * v for w, v in zip(W[r], h, strict=True))
        + sum(u * v for u, v in zip(U_k[r], x, strict=True))
        + b[r]
        for r in range(len(h))
    ]


def lstm(P, x, h, c, library):
    """h_new and c_new, unit by unit, in the numbers of mpmath or cmath."""
    f, i, o, v = (affine(P, gate, x, h) for gate in "fioc")
    logistic, tanh = (lambda a: 1 / (1 + library.exp(-a))), library.tanh
    memory = [logistic(f[r]) * c[r] + logistic(i[r]) * tanh(v[r]) for r in range(len(h))]
    return [logistic(o[r]) * tanh(memory[r]) for r in range(len(h))], memory


def gru(P, x, h, library):
    """h_new, unit by unit, in the numbers of mpmath or cmath."""
    r, z = ([1 / (1 + library.exp(-a)) for a in affine(P, gate, x, h)] for gate in "rz")
    n = map(library.tanh, affine(P, "n", x, [a * b for a, b in zip(r, h, strict=True)]))
    return [a * b + (1 - a) * new for a, b, new in zip(z, h, n, strict=True)]


def complex_step(function, s):
    """The Jacobian of a function of a list, column by column."""
    columns = []
    for k in range(len(s)):
        nudged = [complex(v, TINY if place == k else 0.0) for place, v in enumerate(s)]
        columns.append([v.imag / TINY for v in function(nudged)])
    return np.array(columns).T


@pytest.fixture(params=SIZES, ids=lambda size: f"d={size[0]}, m={size[1]}")
def network(request):
    """Generator, d, m, and the vectors x, h and c."""
    d, m = request.param
    rng = np.random.default_rng(100 * d + m)
    return rng, d, m, rng.normal(size=m), rng.uniform(-1, 1, d), 2 * rng.normal(size=d)


def test_an_lstm_step_has_the_digits_of_one_unit_after_the_other(network):
    rng, d, m, x, h, c = network
    for _ in range(10):
        P = parameters(rng, "fioc", d, m)
        with mpmath.workdps(50):
            want = lstm(
                P, [*map(mpmath.mpf, x)], [*map(mpmath.mpf, h)], [*map(mpmath.mpf, c)], mpmath
            )

        for got, exact in zip(gr.lstm_step(P, x, h, c), want, strict=True):
            np.testing.assert_allclose(got, [float(v) for v in exact], rtol=0, atol=ROOM)


def test_a_gru_step_has_the_digits_of_one_unit_after_the_other(network):
    rng, d, m, x, h, _ = network
    for _ in range(10):
        P = parameters(rng, "rzn", d, m)
        with mpmath.workdps(50):
            want = gru(P, [*map(mpmath.mpf, x)], [*map(mpmath.mpf, h)], mpmath)

        np.testing.assert_allclose(
            gr.gru_step(P, x, h), [float(v) for v in want], rtol=0, atol=ROOM
        )


@pytest.mark.parametrize("gain", [0.3, 1.0, 3.0])
def test_the_jacobians_of_an_lstm_are_its_complex_steps(network, gain):
    rng, d, m, x, h, c = network
    P = parameters(rng, "fioc", d, m, gain)
    whole = complex_step(lambda s: chain(*lstm(P, x, s[:d], s[d:], cmath)), [*h, *c])
    memory = complex_step(lambda s: lstm(P, x, [*h], s, cmath)[1], [*c])

    np.testing.assert_allclose(gr.lstm_state_jacobian(P, x, h, c), whole, rtol=0, atol=ROOM)
    np.testing.assert_allclose(gr.lstm_memory_jacobian(P, x, h, c), memory, rtol=0, atol=ROOM)


@pytest.mark.parametrize("gain", [0.3, 1.0, 3.0])
def test_the_jacobian_of_a_gru_is_its_complex_step(network, gain):
    rng, d, m, x, h, _ = network
    P = parameters(rng, "rzn", d, m, gain)
    want = complex_step(lambda s: gru(P, x, s, cmath), [*h])

    np.testing.assert_allclose(gr.gru_jacobian(P, x, h), want, rtol=0, atol=ROOM)


def test_the_jacobian_of_a_residual_step_is_its_complex_step(network):
    rng, d, _, _, h, _ = network
    W, start = rng.normal(size=(d, d)), rng.normal(size=d)

    def step(s):
        inner = (sum(w * v for w, v in zip(row, s, strict=True)) for row in W)
        return [s[r] + cmath.tanh(v + start[r]) for r, v in enumerate(inner)]

    want = complex_step(step, [*h])
    np.testing.assert_allclose(gr.residual_jacobian(W, W @ h + start), want, rtol=0, atol=ROOM)


def test_a_global_norm_has_the_digits_of_a_sum_with_fifty(network):
    rng, d, m, *_ = network
    for size in (1e-200, 1.0, 1e200):
        grads = [size * rng.normal(size=shape) for shape in ((d, m), (d,), (2, 1, 2))]
        with mpmath.workdps(50):
            squares = (mpmath.mpf(v) ** 2 for g in grads for v in g.ravel().tolist())
            want = float(mpmath.sqrt(mpmath.fsum(squares)))
        clipped, norm = gr.clip_by_global_norm(grads, 0.25 * want)

        assert norm == pytest.approx(want, rel=20 * U)
        for got, g in zip(clipped, grads, strict=True):
            np.testing.assert_allclose(got, 0.25 * g, rtol=30 * U, atol=0)


def test_a_random_orthogonal_matrix_prefers_no_direction():
    """Of 2000 matrices the mean of an entry is 0 within five standard errors, 5 √(1/(d N))."""
    matrices = [gr.orthogonal_init(3, np.random.default_rng(seed)) for seed in range(2000)]

    assert np.abs(np.mean(matrices, axis=0)).max() < 5 / np.sqrt(3 * 2000)
    assert 0.45 < np.mean([np.linalg.det(Q) > 0 for Q in matrices]) < 0.55
