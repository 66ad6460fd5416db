"""Remedies for gradients that vanish or explode, as named by documents 000 and 002.

With this file one can
    run one step of an LSTM                            (lstm_step)
    differentiate its memory in the memory before      (lstm_memory_jacobian)
    differentiate state and memory in those before     (lstm_state_jacobian)
    run one step of a GRU                              (gru_step)
    differentiate its state in the state before        (gru_jacobian)
    draw recurrent weights that change no length       (orthogonal_init)
    differentiate one step with a skip connection      (residual_jacobian)
    bound how much that step stretches                 (residual_bounds)
    shorten a gradient that is too long                (clip_by_global_norm)

P is a dict of the parameters of the gates: W_k (d, d), U_k (d, m) and b_k (d,) for each gate k,
which are f, i, o, c in an LSTM and r, z, n in a GRU. Other keys are passed over.

Symbols are those of `reference`. Nested lists will do, no argument is modified, results are new.
All raise ValueError on another shape, an empty array, an entry not real and finite.
"""

import math

import numpy as np

from reference.arguments import array, is_integer, quiet
from reference.rnn_gradients import step_jacobian, step_norm_bound


@quiet
def lstm_step(P, x, h, c) -> tuple[np.ndarray, np.ndarray]:
    """Document 002, mended: f, i, o logistic, each with parameters of its own; c̃ a tanh.

    x (m,), h (d,), c (d,) -> h_new (d,) = o ⊙ tanh(c_new), c_new (d,) = f ⊙ c + i ⊙ c̃
    """
    _, c, f, i, o, c_tilde = _lstm(P, x, h, c)
    c_new = f * c + i * c_tilde
    return o * np.tanh(c_new), c_new


@quiet
def lstm_memory_jacobian(P, x, h, c) -> np.ndarray:
    """Document 002, what it stops short of: ∂c_new/∂c = diag(f) while h is held fixed.

    x (m,), h (d,), c (d,) -> J (d, d)
    """
    _, _, f, _, _, _ = _lstm(P, x, h, c)
    return np.diag(f)


@quiet
def lstm_state_jacobian(P, x, h, c) -> np.ndarray:
    """Document 002, what it stops short of: ∂(h_new, c_new)/∂(h, c), all paths.

    x (m,), h (d,), c (d,) -> J (2d, 2d), the rows and columns of h before those of c
    """
    W, c, f, i, o, c_tilde = _lstm(P, x, h, c)
    tanh_c = np.tanh(f * c + i * c_tilde)
    dc_dh = (
        np.diag(c * f * (1 - f)) @ W["f"]
        + np.diag(c_tilde * i * (1 - i)) @ W["i"]
        + np.diag(i * (1 - c_tilde**2)) @ W["c"]
    )
    dc_dc = np.diag(f)
    opened = np.diag(o * (1 - tanh_c**2))
    dh_dh = np.diag(tanh_c * o * (1 - o)) @ W["o"] + opened @ dc_dh
    return np.block([[dh_dh, opened @ dc_dc], [dc_dh, dc_dc]])


@quiet
def gru_step(P, x, h) -> np.ndarray:
    """Document 000, remedies: z ⊙ h + (1 − z) ⊙ n, where n = tanh(W_n (r ⊙ h) + U_n x + b_n).

    x (m,), h (d,) -> h_new (d,)
    """
    _, h, _, z, n = _gru(P, x, h)
    return z * h + (1 - z) * n


@quiet
def gru_jacobian(P, x, h) -> np.ndarray:
    """Document 000, remedies: ∂h_new/∂h, by way of h itself, of z, of n and of r within n.

    x (m,), h (d,) -> J (d, d)
    """
    W, h, r, z, n = _gru(P, x, h)
    dz_dh = np.diag(z * (1 - z)) @ W["z"]
    dr_dh = np.diag(r * (1 - r)) @ W["r"]
    dn_dh = np.diag(1 - n**2) @ W["n"] @ (np.diag(r) + np.diag(h) @ dr_dh)
    return np.diag(z) + np.diag(h - n) @ dz_dh + np.diag(1 - z) @ dn_dh


def orthogonal_init(d, rng, gain=1.0) -> np.ndarray:
    """Document 000, remedies: a random Q with QᵀQ = gain² I, as likely as any other such Q.

    d, rng a numpy Generator, gain -> Q (d, d). Nothing but rng is random, and rng moves on.
    Raises ValueError if d is not an integer >= 1, rng no Generator, or gain not > 0.
    """
    if not is_integer(d) or d < 1:
        raise ValueError(f"d is {d!r}, but should be an integer >= 1")
    if not isinstance(rng, np.random.Generator):
        raise ValueError(f"rng is {rng!r}, but should be a numpy.random.Generator")
    gain = _positive("gain", gain)
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    # QR is unique if R has a positive diagonal; LAPACK's own signs would favour some Q.
    return gain * Q * np.sign(np.diag(R))


def residual_jacobian(W_hh, z) -> np.ndarray:
    """Document 000, remedies: h_new = h + tanh(z), so J = I + diag(tanh'(z)) W_hh.

    W_hh (d, d), z (d,) -> J (d, d)
    """
    J = step_jacobian(W_hh, z)
    return np.eye(len(J)) + J


def residual_bounds(W_hh, z) -> tuple[float, float]:
    """All singular values of I + E lie in 1 ± ‖E‖₂, and ‖E‖₂ <= e = max tanh'(z) ‖W_hh‖₂.

    W_hh (d, d), z (d,) -> the floats lo = max(0, 1 − e), hi = 1 + e
    """
    e, _ = step_norm_bound(W_hh, z)
    return max(0.0, 1 - e), 1 + e


def clip_by_global_norm(grads, max_norm) -> tuple[list[np.ndarray], float]:
    """Document 000, remedies: all arrays times min(1, max_norm / norm), norm = √Σ‖g‖².

    grads, a list of arrays of any shapes, max_norm -> the list of clipped arrays, the norm before
    Raises ValueError if max_norm is not > 0.
    """
    max_norm = _positive("max_norm", max_norm)
    grads = [array(f"grads[{k}]", g) for k, g in enumerate(grads)]
    # Divided by the largest entry, squares neither overflow nor vanish.
    largest = max((float(np.abs(g).max(initial=0.0)) for g in grads), default=0.0)
    if largest == 0:
        return grads, 0.0
    norm = largest * math.sqrt(sum(float(np.sum((g / largest) ** 2)) for g in grads))
    return [g * min(1.0, max_norm / norm) for g in grads], norm


def _lstm(P, x, h, c):
    """The matrices W_k by gate, the memory c, and the values of f, i, o and c̃."""
    P, x, h, d = _parameters(P, "fioc", x, h)
    c = array("c", c, (d,))
    f, i, o, v = (_affine(P, gate, x, h) for gate in "fioc")
    return _weights(P), c, _logistic(f), _logistic(i), _logistic(o), np.tanh(v)


def _gru(P, x, h):
    """The matrices W_k by gate, the state h, and the values of r, z and n."""
    P, x, h, _ = _parameters(P, "rzn", x, h)
    r, z = (_logistic(_affine(P, gate, x, h)) for gate in "rz")
    return _weights(P), h, r, z, np.tanh(_affine(P, "n", x, r * h))


def _affine(P, gate, x, h):
    return P[f"W_{gate}"] @ h + P[f"U_{gate}"] @ x + P[f"b_{gate}"]


def _weights(P):
    return {key.removeprefix("W_"): W for key, W in P.items() if key.startswith("W_")}


def _logistic(v):
    # exp overflows in the tails, where its reciprocal is 0.0
    return 1 / (1 + np.exp(-v))


def _parameters(P, gates, x, h):
    if not isinstance(P, dict):
        raise ValueError(f"P is {P!r}, but should be a dict of arrays")
    x, h = _vector("x", x, "m"), _vector("h", h, "d")
    shapes = {"W": (len(h), len(h)), "U": (len(h), len(x)), "b": (len(h),)}
    names = [(f"{letter}_{gate}", shape) for gate in gates for letter, shape in shapes.items()]
    if missing := [name for name, _ in names if name not in P]:
        raise ValueError(f"P has the keys {list(P)}, but should have {', '.join(missing)} too")
    return {k: array(f"P[{k!r}]", P[k], shape) for k, shape in names}, x, h, len(h)


def _vector(name, value, length) -> np.ndarray:
    vector = array(name, value)
    if vector.ndim != 1 or vector.size == 0:
        raise ValueError(f"{name} has shape {vector.shape}, but should have shape ({length},)")
    return vector


def _positive(name, value) -> float:
    number = float(array(name, value, ()))
    if number <= 0:
        raise ValueError(f"{name} is {number}, but should be > 0")
    return number
