"""Sizes, loops, precision, and what is done to the arguments."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your Jacobian has the same size for every network: try another number of units.",
    staff="Hard-codes d = 2.",
)
def two_units(W_hh, z):
    J = np.zeros((2, 2))
    for r in range(2):
        for c in range(2):
            J[r, c] = (1 - np.tanh(z[r]) ** 2) * W_hh[r, c]
    return J


@misconception(
    student="Only the first row of your Jacobian is filled: "
    "if you fill it in a loop, look at where it ends.",
    staff="All rows but the first stay 0, for instance by a return inside the loop.",
)
def first_row_only(W_hh, z):
    J = np.zeros((len(z), len(z)))
    for r in range(len(z)):
        J[r] = (1 - np.tanh(z[r]) ** 2) * W_hh[r]
        return J


@misconception(
    student="Only the last row of your Jacobian is filled: "
    "if you fill it in a loop, look at what starts anew in each round.",
    staff="All rows but the last stay 0, for instance because J is created inside the loop.",
)
def last_row_only(W_hh, z):
    for r in range(len(z)):
        J = np.zeros((len(z), len(z)))
        J[r] = (1 - np.tanh(z[r]) ** 2) * W_hh[r]
    return J


@misconception(
    student="Your function changes the matrix W_hh of its caller: "
    "work on a copy, which a second name alone is not.",
    staff="Overwrites W_hh, in place or by way of J = W_hh, which is no copy; the value is right.",
)
def scales_W_in_place(W_hh, z):
    W_hh *= (1 - np.tanh(z) ** 2)[:, None]
    return W_hh


@same_as(scales_W_in_place)
def no_copy(W_hh, z):
    J = W_hh
    for r in range(len(z)):
        J[r] = J[r] * (1 - np.tanh(z[r]) ** 2)
    return J


@misconception(
    student="Your entries are whole numbers: look for the place where they are cut off.",
    staff="The entries are truncated, for instance by filling an integer array.",
)
def integer_array(W_hh, z):
    J = np.zeros_like(W_hh, dtype=int)
    for r in range(len(z)):
        J[r] = (1 - np.tanh(z[r]) ** 2) * W_hh[r]
    return J


@misconception(
    student="Your Jacobian holds nan where a unit is strongly positive: "
    "think of what an exponential does there.",
    staff="inf / inf = nan from z = 355 on, for instance in a tanh written with exp(2 z).",
)
def exp_overflows(W_hh, z):
    tanh = (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
    return (1 - tanh**2)[:, None] * W_hh


@misconception(
    student="Your Jacobian holds nan where a unit is strongly negative: "
    "think of what an exponential does there.",
    staff="inf / inf = nan in a tanh written with exponentials: "
    "from |z| = 710 on, or, with exp(-2 z), below -355.",
)
def textbook_tanh(W_hh, z):
    tanh = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return (1 - tanh**2)[:, None] * W_hh


@same_as(textbook_tanh)
def sinh_over_cosh(W_hh, z):
    return np.diag(1 - (np.sinh(z) / np.cosh(z)) ** 2) @ W_hh


@misconception(
    student="Your Jacobian is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, z):
    return np.round(np.diag(1 - np.tanh(z) ** 2) @ W_hh, 3)


@misconception(
    student="Your Jacobian is right to a few digits only: check the precision you compute in.",
    staff="Computes in float16, which has three digits.",
)
def float16(W_hh, z):
    z = z.astype(np.float16)
    return (1 - np.tanh(z) ** 2)[:, None] * W_hh.astype(np.float16)


@misconception(
    student="Your difference quotient is too coarse: compare its error for smaller steps.",
    staff="A forward difference with step 1e-3: an error of about 1e-3.",
)
def coarse_difference(W_hh, z):
    step = 1e-3
    columns = [(np.tanh(z + step * W_hh[:, c]) - np.tanh(z)) / step for c in range(len(z))]
    return np.stack(columns, axis=1)


@misconception(
    student="Your answer is always zero: "
    "look for an error that is caught and never seen, or for a part that is not written yet.",
    staff="Zeros: an except branch that hides an error, or a placeholder.",
)
def always_zero(W_hh, z):
    return np.zeros((len(z), len(z)))


@same_as(always_zero)
def catches_everything(W_hh, z):
    try:
        return np.array([(1 - np.tanh(z[r, 0]) ** 2) * W_hh[r] for r in range(len(z))])
    except Exception:
        return np.zeros_like(W_hh)


@misconception(
    student="Your answer is always the identity: neither W_hh nor z has a say in it yet.",
    staff="The identity matrix, for instance a placeholder.",
)
def always_identity(W_hh, z):
    return np.eye(len(z))


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, z):
    print(np.diag(1 - np.tanh(z) ** 2) @ W_hh)
