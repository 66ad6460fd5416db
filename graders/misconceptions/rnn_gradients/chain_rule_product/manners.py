"""How a function treats its arguments, and what it hands back."""

from functools import reduce

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your function knows one number of units only: use what its second argument tells you.",
    staff="Hard-codes d = 2.",
)
def two_units(jacobians, d):
    P = np.eye(2)
    for J in jacobians:
        P = J @ P
    return P


@misconception(
    student="Your function changes the list of its caller: work on one of your own.",
    staff="jacobians.reverse() works in place (and an array has no such method).",
)
def reverses_in_place(jacobians, d):
    jacobians.reverse()
    P = np.eye(d)
    for J in jacobians:
        P = P @ J
    return P


@misconception(
    student="Your function empties the list of its caller: work on one of your own.",
    staff="Pops every factor from the given list (and an array has no such method).",
)
def pops_the_list(jacobians, d):
    P = np.eye(d)
    while len(jacobians) > 0:
        P = P @ jacobians.pop()
    return P


@misconception(
    student="Your function overwrites one of the matrices that it was given: "
    "a second name does not make a second array.",
    staff="P = jacobians[0] is no copy, and P[:] = ... overwrites it; the value is right.",
)
def overwrites_the_first(jacobians, d):
    if len(jacobians) == 0:
        return np.eye(d)
    P = jacobians[0]
    for J in jacobians[1:]:
        P[:] = J @ P
    return P


@misconception(
    student="Your function fails when the factors come as one array: "
    "check how you find out whether there are any.",
    staff="ValueError for an array of shape (n, d, d), as from `if not jacobians`.",
)
def truth_of_an_array(jacobians, d):
    if not jacobians:
        return np.eye(d)
    return reduce(lambda P, J: J @ P, jacobians)


@misconception(
    student="Your product is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals at every step.",
)
def rounded(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = np.round(J @ P, 3)
    return P


@misconception(
    student="Your function hands nothing back: showing a value is not returning it.",
    staff="The result is None: prints instead of returning, or has no return.",
)
def prints(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
    print(P)


@same_as(prints)
def forgets_return(jacobians, d):
    P = np.eye(d)
    for J in jacobians:
        P = J @ P
