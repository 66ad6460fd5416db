"""How a function treats its arguments, and what it hands back."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your function changes the probabilities of its caller: "
    "work with what you are given, and leave it as it is.",
    staff="Adds 1e-9 to p in place, renormalised or not, and needs an array that may be written.",
)
def renormalises_in_place(y, p):
    p += 1e-9
    p /= p.sum()
    return -np.log(p[np.argmax(y)])


@misconception(
    student="Your loss is infinite for a probability that is tiny and not zero: "
    "check the precision you compute in.",
    staff="inf for p[c] = 1e-300, which is 0 in float32.",
)
def float32(y, p):
    p = p.astype(np.float32)
    return -np.log(p[np.argmax(y)])


@misconception(
    student="Your loss is right to a few digits only: leave rounding to the reader.",
    staff="Rounds the loss to 3 decimals.",
)
def rounded(y, p):
    return np.round(-np.log(p[np.argmax(y)]), 3)


@misconception(
    student="Your answer is zero for every ordinary label: look for a loop that ends too early, "
    "for an error that is caught and never seen, or for a part that is not written yet.",
    staff="0, at least for c > 0: a placeholder, an except branch, or a loop that ends with class "
    "0.",
)
def always_zero(y, p):
    return 0.0


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(y, p):
    print(-np.log(p[np.argmax(y)]))


@same_as(prints)
def forgets_return(y, p):
    loss = 0.0
    for c in range(len(y)):
        if y[c] == 1:
            loss -= np.log(p[c])
