"""Precision, what is done to the arguments, and what is handed back."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your function changes the array zs of its caller: work on one of your own.",
    staff="Overwrites zs, for instance with tanh'(zs); the values are right.",
)
def overwrites_zs(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    for k in range(len(zs)):
        zs[k] = 1 - np.tanh(zs[k]) ** 2
    return np.prod(zs.max(axis=1) * s), s ** len(zs)


@misconception(
    student="Your bounds are infinite or zero after many steps although the true ones are not: "
    "check the precision you compute in.",
    staff="float32 overflows beyond 3e38: a norm of 10 suffices for 39 steps.",
)
def float32_overflows(W_hh, zs):
    s = np.linalg.norm(W_hh.astype(np.float32), 2)
    tight = np.float32(1)
    for z in zs.astype(np.float32):
        tight *= (1 - np.tanh(z) ** 2).max() * s
    return tight, s ** len(zs)


@misconception(
    student="Your bounds are right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    tight = np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs])
    return round(float(tight), 3), round(float(s ** len(zs)), 3)


@misconception(
    student="Your bounds are always one: "
    "look for an error that is caught and never seen, or for a part that is not written yet.",
    staff="(1, 1): an except branch that hides an error, or a placeholder.",
)
def always_one(W_hh, zs):
    return 1.0, 1.0


@same_as(always_one)
def catches_everything(W_hh, zs):
    try:
        s = np.linalg.norm(W_hh, "2")
        return np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs)
    except Exception:
        return 1.0, 1.0


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, zs):
    s = np.linalg.norm(W_hh, 2)
    print(np.prod([(1 - np.tanh(z) ** 2).max() * s for z in zs]), s ** len(zs))
