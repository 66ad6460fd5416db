"""What is returned, in which order, and what is done to the arguments."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You return the memory first: compare with the docstring.",
    staff="(c_new, h_new): the wrong order.",
)
def memory_first(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return c_new, o * np.tanh(c_new)


@misconception(
    student="You return the state only: the next step needs more.",
    staff="h_new alone.",
)
def state_only(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new)


@misconception(
    student="You return one long vector: compare with the docstring.",
    staff="One vector (2d,) for two vectors.",
)
def concatenated(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return np.concatenate([o * np.tanh(c_new), c_new])


@misconception(
    student="You return columns: compare the shapes with the docstring.",
    staff="Shapes (d, 1).",
)
def columns(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return (o * np.tanh(c_new))[:, None], c_new[:, None]


@misconception(
    student="Your function changes the memory of its caller: work on a copy.",
    staff="c *= f overwrites the argument; the values are right.",
)
def memory_in_place(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c *= f
    c += i * np.tanh(v)
    return o * np.tanh(c), c


@misconception(
    student="Your function changes the dict of its caller: work on a copy.",
    staff="P is written to; the values are right.",
)
def parameters_in_place(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    P["b_f"] = np.zeros(len(h))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new
