"""Other words, or no word at all."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Two of your words are exchanged: follow a vector that shrinks at every step.",
    staff="'vanishing' and 'may_explode' exchanged.",
)
def reversed_words(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s > 1 else "may_explode"


@misconception(
    student="One of your words claims too much: a bound that grows proves nothing about "
    "what it bounds.",
    staff="'exploding', the over-claim of the source document, for 'may_explode'.",
)
def doc_label(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "exploding"


@misconception(
    student="Your words are not spelled as the question spells them.",
    staff="Capitals and a space: 'Vanishing', 'May explode', 'Borderline'.",
)
def capitals(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= tol:
        return "Borderline"
    return "Vanishing" if s < 1 else "May explode"


@misconception(
    student="One of your words is not spelled as the question spells it: "
    "compare them letter by letter.",
    staff="'may explode' with a space for 'may_explode'.",
)
def with_a_space(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may explode"


@misconception(
    student="You return one word per direction: one word for the matrix is asked for.",
    staff="A list with a word for each singular value.",
)
def list_of_strings(W_hh, tol=1e-6):
    words = []
    for s in np.linalg.svd(W_hh, compute_uv=False):
        if abs(s - 1) <= tol:
            words.append("borderline")
        else:
            words.append("vanishing" if s < 1 else "may_explode")
    return words


@misconception(
    student="You return a number: a word is asked for.",
    staff="Returns the spectral norm.",
)
def the_norm(W_hh, tol=1e-6):
    return np.linalg.norm(W_hh, 2)


@misconception(
    student="You return a truth value: one of three words is asked for.",
    staff="Returns whether the gradient vanishes.",
)
def truth_value(W_hh, tol=1e-6):
    return bool(np.linalg.norm(W_hh, 2) < 1 - tol)


@misconception(
    student="Your function hands nothing back for one of the three cases: follow each to its end.",
    staff="No return for the borderline: the result is None.",
)
def nothing_for_borderline(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s < 1 - tol:
        return "vanishing"
    if s > 1 + tol:
        return "may_explode"


@misconception(
    student="Your function hands nothing back: showing a word is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= tol:
        print("borderline")
    else:
        print("vanishing" if s < 1 else "may_explode")


@same_as(prints)
def forgets_return(W_hh, tol=1e-6):
    def regime(s):
        if abs(s - 1) <= tol:
            return "borderline"
        return "vanishing" if s < 1 else "may_explode"

    regime(np.linalg.norm(W_hh, 2))
