"""Kinds of values, precision, and what is done to the arguments."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your function changes the array z of its caller: work on one of your own.",
    staff="Overwrites z, for instance with tanh(z)**2; the values are right.",
)
def overwrites_z(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    np.tanh(z, out=z)
    z **= 2
    return (1 - z).max() * s, s


@misconception(
    student="You return names with your numbers: two plain numbers are asked for.",
    staff="A dict instead of a tuple.",
)
def named_bounds(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return {"tight": (1 - np.tanh(z) ** 2).max() * s, "loose": s}


@misconception(
    student="You return text: two plain numbers are asked for.",
    staff="Strings instead of numbers, for instance formatted ones.",
)
def strings(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return f"{(1 - np.tanh(z) ** 2).max() * s}", f"{s}"


@misconception(
    student="Your bounds are right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.round((1 - np.tanh(z) ** 2).max() * s, 3), np.round(s, 3)


@misconception(
    student="Your bounds are always zero: "
    "look for an error that is caught and never seen, or for a part that is not written yet.",
    staff="(0, 0): an except branch that hides an error, or a placeholder.",
)
def always_zero(W_hh, z):
    return 0.0, 0.0


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    print((1 - np.tanh(z) ** 2).max() * s, s)
