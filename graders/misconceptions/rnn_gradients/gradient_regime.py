"""Answers to `gradient_regime(W_hh, tol=1e-6)`: what the spectral norm says of the gradient."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your answer follows the eigenvalues: a matrix can stretch a vector much further.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh, tol=1e-6):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm: check which one your function computes by default.",
    staff="np.linalg.norm without an order is the Frobenius norm.",
)
def frobenius(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm: find the one that goes with the length of vectors.",
    staff="The 1-norm (largest column sum) instead of the spectral norm.",
)
def one_norm(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 1)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm: find the one that goes with the length of vectors.",
    staff="The infinity norm (largest row sum) instead of the spectral norm.",
)
def inf_norm(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, np.inf)
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer looks at single entries: a matrix of small entries can stretch a vector.",
    staff="The largest entry instead of the spectral norm.",
)
def max_entry(W_hh, tol=1e-6):
    s = np.abs(W_hh).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows the direction that W_hh stretches least.",
    staff="The smallest singular value instead of the largest.",
)
def sigma_min(W_hh, tol=1e-6):
    s = np.linalg.svd(W_hh, compute_uv=False).min()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


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
    student="Your function never gives the third answer: try a matrix whose norm is one.",
    staff="No 'borderline'.",
)
def no_borderline(W_hh, tol=1e-6):
    return "vanishing" if np.linalg.norm(W_hh, 2) < 1 else "may_explode"


@misconception(
    student="Your third answer is never given when rounding is involved: ask what tol is for.",
    staff="s == 1 instead of |s - 1| <= tol.",
)
def exact_one(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s == 1:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your threshold is four times too large: check which function sigma is.",
    staff="The threshold of the logistic function (norm 4) instead of that of tanh.",
)
def quarter(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2) / 4
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your third answer is given too often: tol says how close is close enough.",
    staff="'Approximately 1' read as within 10 %; tol is not used.",
)
def wide_tol(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= 0.1:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer is right for the default of tol only: try another tolerance.",
    staff="Hard-codes 1e-6; tol is not used.",
)
def ignores_tol(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= 1e-6:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your third answer is given on one side only: a norm can miss one in two directions.",
    staff="tol is applied below 1 only.",
)
def tol_below_only(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s < 1 - tol:
        return "vanishing"
    if s > 1:
        return "may_explode"
    return "borderline"


@misconception(
    student="Your answer is right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigvalsh on a matrix that is not symmetric: it reads the lower triangle only.",
)
def eigvalsh(W_hh, tol=1e-6):
    s = np.abs(np.linalg.eigvalsh(W_hh)).max()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


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
    student="Your answer follows how W_hh changes volumes, not how it changes lengths.",
    staff="The determinant instead of the spectral norm.",
)
def determinant(W_hh, tol=1e-6):
    s = abs(np.linalg.det(W_hh))
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer follows another norm: look at how you combine the singular values.",
    staff="The sum of the singular values (nuclear norm) instead of the largest.",
)
def nuclear(W_hh, tol=1e-6):
    s = np.linalg.svd(W_hh, compute_uv=False).sum()
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="You demand that every direction shrinks or every direction grows: "
    "one direction is enough for one of your words.",
    staff="'may_explode' only if all singular values exceed 1, else 'borderline'.",
)
def all_directions(W_hh, tol=1e-6):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    if np.all(sigma < 1 - tol):
        return "vanishing"
    if np.all(sigma > 1 + tol):
        return "may_explode"
    return "borderline"


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
    student="Your function changes the matrix W_hh of its caller: work on one of your own.",
    staff="Squares W_hh in place on the way to the Frobenius norm, a second mistake.",
)
def squares_in_place(W_hh, tol=1e-6):
    W_hh *= W_hh
    s = math.sqrt(W_hh.sum())
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@misconception(
    student="Your answer is always the same: an error in your function is caught and never seen.",
    staff="A string for the order of the norm raises ValueError; always 'borderline'.",
)
def catches_everything(W_hh, tol=1e-6):
    try:
        s = np.linalg.norm(W_hh, "2")
        if s < 1 - tol:
            return "vanishing"
        if s > 1 + tol:
            return "may_explode"
    except Exception:
        return "borderline"
    return "borderline"


@misconception(
    student="Your function shows the word but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if abs(s - 1) <= tol:
        print("borderline")
    else:
        print("vanishing" if s < 1 else "may_explode")


@misconception(
    student="Your function answers nothing for one of the three cases: follow each to its end.",
    staff="No return for the borderline: the result is None.",
)
def nothing_for_borderline(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    if s < 1 - tol:
        return "vanishing"
    if s > 1 + tol:
        return "may_explode"


@misconception(
    student="Your answer follows the eigenvalues, and one of your words claims too much: "
    "two things to look at.",
    staff="Two mistakes: the spectral radius for the norm, and 'exploding' for 'may_explode'.",
)
def radius_doc_label(W_hh, tol=1e-6):
    s = np.max(np.abs(np.linalg.eigvals(W_hh)))
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "exploding"


@misconception(
    student="Your answer follows another norm, and is never the third word: two things to look at.",
    staff="Two mistakes: the Frobenius norm, and no 'borderline'.",
)
def frobenius_no_borderline(W_hh, tol=1e-6):
    return "vanishing" if np.linalg.norm(W_hh) < 1 else "may_explode"


@variant("The largest singular value is the spectral norm.")
def svd(W_hh, tol=1e-6):
    s = np.linalg.svd(W_hh, compute_uv=False)[0]
    if abs(s - 1) <= tol:
        return "borderline"
    return "vanishing" if s < 1 else "may_explode"


@variant("A NumPy string is a string.")
def np_str(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    words = np.array(["vanishing", "borderline", "may_explode"])
    return words[int(s >= 1 - tol) + int(s > 1 + tol)]


@variant("The root of the largest eigenvalue of W^T W is the spectral norm.")
def gram(W_hh, tol=1e-6):
    s = math.sqrt(np.linalg.eigvalsh(W_hh.T @ W_hh)[-1])
    if s > 1 + tol:
        return "may_explode"
    return "borderline" if s >= 1 - tol else "vanishing"


@variant("All singular values below the threshold, any above it: the largest one decides.")
def all_or_any(W_hh, tol=1e-6):
    sigma = np.linalg.svd(W_hh, compute_uv=False)
    if all(sigma < 1 - tol):
        return "vanishing"
    if any(sigma > 1 + tol):
        return "may_explode"
    return "borderline"


@variant("The sign of the excess picks the word.")
def sign_of_excess(W_hh, tol=1e-6):
    excess = np.linalg.norm(W_hh.T, ord=2) - 1
    sign = 0 if abs(excess) <= tol else int(np.sign(excess))
    return {-1: "vanishing", 0: "borderline", 1: "may_explode"}[sign]


@variant("np.where gives an array, and str makes a word of it.")
def where(W_hh, tol=1e-6):
    s = np.linalg.norm(W_hh, 2)
    return str(
        np.where(s < 1 - tol, "vanishing", np.where(s > 1 + tol, "may_explode", "borderline"))
    )
