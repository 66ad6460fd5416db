"""Answers to `spectral_radius(W_hh)`: the largest modulus of an eigenvalue."""

import math

import numpy as np

from graders.misconceptions import misconception, same_as, variant


@misconception(
    student="Your answer compares eigenvalues by their sign: one far below zero counts, too.",
    staff="The largest real part: no absolute value.",
)
def no_modulus(W_hh):
    return np.linalg.eigvals(W_hh).real.max()


@misconception(
    student="Your answer looks at a part of a complex eigenvalue only: "
    "a rotation shrinks nothing, yet its eigenvalues may have no real part.",
    staff="The largest |real part|: the imaginary part is dropped.",
)
def real_part(W_hh):
    return np.abs(np.linalg.eigvals(W_hh).real).max()


@same_as(real_part)
def cast_to_float(W_hh):
    return np.abs(np.linalg.eigvals(W_hh).astype(float)).max()


@misconception(
    student="Your answer is right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigvalsh on a matrix that is not symmetric: it reads the lower triangle only.",
)
def eigvalsh(W_hh):
    return np.abs(np.linalg.eigvalsh(W_hh)).max()


@misconception(
    student="Your answer says how far the matrix can stretch: that is the other question.",
    staff="The spectral norm instead of the spectral radius.",
)
def spectral_norm(W_hh):
    return np.linalg.norm(W_hh, 2)


@misconception(
    student="Your answer measures all entries together: eigenvalues are asked for.",
    staff="The Frobenius norm.",
)
def frobenius(W_hh):
    return np.linalg.norm(W_hh)


@misconception(
    student="Your answer is an entry of the matrix: that is an eigenvalue of diagonal ones only.",
    staff="The largest |entry|.",
)
def max_entry(W_hh):
    return np.abs(W_hh).max()


@misconception(
    student="Your answer reads the diagonal: the eigenvalues stand there in triangles only.",
    staff="The largest |diagonal entry|.",
)
def diagonal(W_hh):
    return np.abs(np.diag(W_hh)).max()


@misconception(
    student="Your answer adds up what should be compared.",
    staff="The sum of all |eigenvalues|.",
)
def sum_of_moduli(W_hh):
    return np.abs(np.linalg.eigvals(W_hh)).sum()


@misconception(
    student="Your answer is about the eigenvalue that matters least after many steps.",
    staff="The smallest |eigenvalue|.",
)
def smallest(W_hh):
    return np.abs(np.linalg.eigvals(W_hh)).min()


@misconception(
    student="Your answer is the square of a right one.",
    staff="The square: |eigenvalue|², or the eigenvalues of W_hh @ W_hh, without the root.",
)
def squared(W_hh):
    return np.abs(np.linalg.eigvals(W_hh @ W_hh)).max()


@misconception(
    student="Your answer is an eigenvalue itself, with its sign or its imaginary part: "
    "its distance from zero is asked for.",
    staff="The eigenvalue of largest modulus, not its modulus.",
)
def the_eigenvalue(W_hh):
    eigenvalues = np.linalg.eigvals(W_hh)
    return eigenvalues[np.argmax(np.abs(eigenvalues))]


@misconception(
    student="Your answer is one number for each eigenvalue: one for the matrix is asked for.",
    staff="The moduli of all eigenvalues.",
)
def all_moduli(W_hh):
    return np.abs(np.linalg.eigvals(W_hh))


@misconception(
    student="Your answer is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh):
    return round(float(np.abs(np.linalg.eigvals(W_hh)).max()), 3)


@misconception(
    student="Your function changes the array of its caller: work on one of your own.",
    staff="Divides W_hh by its radius in place; the value is right.",
)
def overwrites_W(W_hh):
    radius = np.abs(np.linalg.eigvals(W_hh)).max()
    W_hh /= radius + 1
    return radius


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(W_hh):
    print(np.abs(np.linalg.eigvals(W_hh)).max())


@variant("The modulus from both parts.")
def hypot(W_hh):
    eigenvalues = np.linalg.eigvals(W_hh)
    return np.hypot(eigenvalues.real, eigenvalues.imag).max()


@variant("Eigenvalues are the roots of the characteristic polynomial.")
def roots(W_hh):
    return np.abs(np.roots(np.poly(W_hh))).max()


@variant("A matrix and its transpose have the same eigenvalues.")
def transposed(W_hh):
    return float(max(abs(value) for value in np.linalg.eig(W_hh.T)[0]))


@variant("The root of the product with the conjugate; an array of one element is a number.")
def conjugate(W_hh):
    eigenvalues = np.linalg.eigvals(W_hh.astype(complex))
    return np.array([math.sqrt((eigenvalues * eigenvalues.conj()).real.max())])


@variant("The last of the sorted moduli.")
def last_of_sorted(W_hh):
    return np.sort(np.abs(np.linalg.eigvals(W_hh)))[-1]
