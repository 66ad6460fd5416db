"""Columns that are not perpendicular, or not as long as the gain."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your columns are perpendicular on average only: they should be exactly.",
    staff="Independent normal entries over √d.",
)
def gaussian(d, rng, gain=1.0):
    return gain * rng.standard_normal((d, d)) / np.sqrt(d)


@misconception(
    student="Your columns are neither perpendicular nor of the right length.",
    staff="Independent normal entries.",
)
def gaussian_not_scaled(d, rng, gain=1.0):
    return gain * rng.standard_normal((d, d))


@misconception(
    student="Your entries are drawn one by one: nothing makes the columns perpendicular.",
    staff="Independent uniform entries.",
)
def uniform(d, rng, gain=1.0):
    return gain * rng.uniform(-1, 1, (d, d)) / np.sqrt(d)


@misconception(
    student="Your columns have the right length and are not perpendicular.",
    staff="Columns divided by their lengths.",
)
def normalised_columns(d, rng, gain=1.0):
    A = rng.standard_normal((d, d))
    return gain * A / np.linalg.norm(A, axis=0)


@misconception(
    student="Your matrix stretches some direction by the gain and all others by less.",
    staff="Divided by its spectral norm.",
)
def spectral_norm_scaled(d, rng, gain=1.0):
    A = rng.standard_normal((d, d))
    return gain * A / np.linalg.norm(A, 2)


@misconception(
    student="Your matrix is triangular: check which factor you return.",
    staff="The factor R.",
)
def returns_R(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain * R


@misconception(
    student="Your matrix does not depend on the gain.",
    staff="Q for gain Q.",
)
def gain_ignored(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return Q


@misconception(
    student="Your columns are too long or too short by a factor that is the gain once more.",
    staff="gain² Q: the gain of QᵀQ.",
)
def gain_squared(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain**2 * Q


@misconception(
    student="The gain changes the length of your columns too little.",
    staff="√gain Q, with QᵀQ = gain I.",
)
def gain_root(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return np.sqrt(gain) * Q


@same_as(gain_ignored)
def gain_inside(d, rng, gain=1.0):
    Q, R = np.linalg.qr(gain * rng.standard_normal((d, d)))
    return Q


@misconception(
    student="Your columns become shorter with the number of units.",
    staff="gain Q / √d.",
)
def divided_by_size(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain * Q / np.sqrt(d)


@misconception(
    student="Your matrix is symmetric, and its columns are not perpendicular.",
    staff="(Q + Qᵀ) / 2.",
)
def symmetric_part(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain * (Q + Q.T) / 2


@misconception(
    student="Your matrix is no longer orthogonal: a diagonal should only change signs.",
    staff="Multiplied by the diagonal of R, not by its signs.",
)
def times_R_signs(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain * Q * np.diag(R)


@misconception(
    student="Only some of your columns are perpendicular.",
    staff="Gram-Schmidt against the first column alone.",
)
def first_vector_only(d, rng, gain=1.0):
    A = rng.standard_normal((d, d))
    A[:, 0] /= np.linalg.norm(A[:, 0])
    for k in range(1, d):
        A[:, k] -= (A[:, 0] @ A[:, k]) * A[:, 0]
        A[:, k] /= np.linalg.norm(A[:, k])
    return gain * A


@misconception(
    student="You return both factors: one matrix is asked for.",
    staff="The pair (Q, R).",
)
def pair(d, rng, gain=1.0):
    return tuple(np.linalg.qr(gain * rng.standard_normal((d, d))))
