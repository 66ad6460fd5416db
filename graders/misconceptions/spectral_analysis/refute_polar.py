"""Answers to `refute_polar(n)`: a matrix whose powers stay far below those of its stretch."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your matrix turns and stretches in a way that does not depend on the order: "
    "its powers are as large as the document says.",
    staff="A multiple of a rotation: normal, so ‖W^n‖ = ‖R‖^n.",
)
def scaled_rotation(n):
    return np.array([[0.0, -2.0], [2.0, 0.0]])


@misconception(
    student="Your matrix is symmetric: there the claim is true.",
    staff="W symmetric, so normal.",
)
def symmetric(n):
    return np.array([[2.0, 1.0], [1.0, 2.0]])


@misconception(
    student="Your matrix is diagonal: there the claim is true.",
    staff="W diagonal, so normal.",
)
def diagonal(n):
    return np.diag([0.1, 10.0])


@misconception(
    student="Your matrix is zero, and so are both sides of the claim: it holds.",
    staff="W = 0.",
)
def zero(n):
    return np.zeros((2, 2))


@misconception(
    student="Both sides of the claim are almost zero: take an example of moderate size.",
    staff="‖R‖ below 0.1.",
)
def tiny(n):
    return np.array([[0.0, 0.05], [0.0, 0.0]])


@misconception(
    student="Your example works for high powers only: for the second the two are almost as large.",
    staff="A shear: ‖W^2‖ is 0.92 of ‖R‖^2.",
)
def shear(n):
    return np.array([[1.0, 1.0], [0.0, 1.0]])


@misconception(
    student="Your example works for even powers only.",
    staff="A matrix whose odd powers are as large as the claim allows: made for n = 2.",
)
def swap_then_stretch(n):
    if n % 2:
        return np.array([[2.0, 0.0], [0.0, 2.0]])
    return np.array([[0.0, 2.0], [0.0, 0.0]])


@misconception(
    student="Your powers are smaller than claimed, but not by half.",
    staff="The idea is right; the share is above 0.5 for n = 2.",
)
def margin_missed(n):
    return np.array([[0.0, -0.6], [1.0, 0.0]])


@misconception(
    student="You return the parts of the decomposition: the matrix itself is asked for.",
    staff="(Q, R) for W_hh.",
)
def the_factors(n):
    A, sigma, Bt = np.linalg.svd(np.array([[0.0, 2.0], [0.0, 0.0]]))
    return A @ Bt, Bt.T @ np.diag(sigma) @ Bt


@misconception(
    student="You return the stretch: the matrix that it belongs to is asked for.",
    staff="R for W_hh.",
)
def the_stretch(n):
    return np.diag([0.0, 2.0])


@misconception(
    student="You return the power: the matrix itself is asked for.",
    staff="W^n, which is not invertible or zero, for W.",
)
def the_power(n):
    return np.linalg.matrix_power(np.array([[0.0, -0.1], [10.0, 0.0]]), n)


@misconception(
    student="Your matrix has more entries than fit on a page, or larger ones: "
    "take an example of moderate size.",
    staff="Entries above 1e6.",
)
def huge(n):
    return np.array([[0.0, 1e8], [0.0, 0.0]])


@misconception(
    student="Your function hands nothing back: showing an example is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(n):
    print(np.array([[0.0, 2.0], [0.0, 0.0]]))


@variant("A quarter turn after a stretch: the next stretch acts on the other axis.")
def turn_and_stretch(n):
    return np.array([[0.0, -0.1], [10.0, 0.0]])


@variant("A shear that is strong enough for the second power, too; nested lists are arrays.")
def strong_shear(n):
    return [[1, 100], [0, 1]]


@variant("A ring of three units, two of which pass on little.")
def ring(n):
    return np.array([[0.0, 5.0, 0.0], [0.0, 0.0, 0.001], [0.001, 0.0, 0.0]])


@variant("Small eigenvalues and a large norm.")
def transient(n):
    return np.array([[0.1, 3.0], [0.0, 0.2]])


@variant("Rows that cancel; integers are numbers.")
def cancelling(n):
    return np.array([[4, -4], [4, -4]])
