"""Other paths than the direct one, other shapes."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="The vector f.",
)
def vector(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return f


@misconception(
    student="Every row of your matrix is the same: find out which units of the old memory a new "
    "one depends on.",
    staff="f in every row, for instance by broadcasting.",
)
def every_row(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.tile(f, (len(f), 1))


@misconception(
    student="Your Jacobian contains the weights of the gate, which does not depend on the old "
    "memory.",
    staff="diag(f) W_f.",
)
def times_W_f(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.diag(f) @ P["W_f"]


@misconception(
    student="You follow a path through the gate: it does not depend on the old memory while the "
    "state is held fixed.",
    staff="diag(f) + diag(c f (1 − f)) W_f: the forget gate's path from the old state is added.",
)
def chain_through_gate(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.diag(f) + np.diag(c * f * (1 - f)) @ P["W_f"]


@misconception(
    student="Your diagonal is part of the new memory, not its derivative.",
    staff="diag(f ⊙ c): the value for the derivative.",
)
def times_memory(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.diag(f * c)


@misconception(
    student="You go one step too far: what is asked for is the new memory, not the new state.",
    staff="∂h_new/∂c = diag(o (1 − tanh²(c_new)) f).",
)
def to_the_state(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    t = np.tanh(f * c + i * np.tanh(v))
    return np.diag(o * (1 - t**2) * f)


@misconception(
    student="Your matrix has the size of state and memory together: only one of them is asked for.",
    staff="diag(f) below a block of zeros, shape (2d, 2d).",
)
def both_rows(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    z = np.zeros((len(f), len(f)))
    return np.block([[z, z], [z, np.diag(f)]])


@misconception(
    student="Your entries are smaller than those of the gate: count how often it is applied.",
    staff="diag(f ⊙ f): the gate of two steps.",
)
def squared(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.diag(f * f)


@misconception(
    student="Your function changes the dict of its caller: work on a copy.",
    staff="P is written to; the value is right.",
)
def parameters_in_place(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    P["b_f"] = f
    return np.diag(f)


@misconception(
    student="Your function changes the state of its caller: work on a copy.",
    staff="h is overwritten by the gate; the value is right.",
)
def changes_the_state(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    h[:] = f
    return np.diag(f)
