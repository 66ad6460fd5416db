"""Another gate, or something else of the forget gate."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You differentiate the gate, which does not depend on the old memory.",
    staff="diag(f (1 − f)): the derivative of the gate for the gate.",
)
def f_prime(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.diag(f * (1 - f))


@misconception(
    student="Your memory passes on everything, whatever the gates say.",
    staff="The identity: a memory that never forgets.",
)
def identity(P, x, h, c):
    return np.eye(len(h))


@misconception(
    student="Another gate decides how much of the old memory is kept.",
    staff="diag(i).",
)
def input_gate(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_i"] @ h + P["U_i"] @ x + P["b_i"])))
    return np.diag(f)


@misconception(
    student="Another gate decides how much of the old memory is kept: this one comes later.",
    staff="diag(o).",
)
def output_gate(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_o"] @ h + P["U_o"] @ x + P["b_o"])))
    return np.diag(f)


@misconception(
    student="Only one of the two terms of the new memory contains the old one.",
    staff="diag(f + i).",
)
def f_plus_i(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    i = 1 / (1 + np.exp(-(P["W_i"] @ h + P["U_i"] @ x + P["b_i"])))
    return np.diag(f + i)


@misconception(
    student="Your diagonal is large where the memory is to be forgotten.",
    staff="diag(1 − f), or a wrong sign in the logistic function.",
)
def one_minus_f(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])))
    return np.diag(1 - f)


@misconception(
    student="Some of your entries are negative: check how a gate is squashed.",
    staff="tanh for the logistic function.",
)
def tanh_gate(P, x, h, c):
    f = np.tanh(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])
    return np.diag(f)


@misconception(
    student="Your entries do not lie between zero and one: something is missing around the gate.",
    staff="The pre-activation of the gate.",
)
def not_squashed(P, x, h, c):
    f = P["W_f"] @ h + P["U_f"] @ x + P["b_f"]
    return np.diag(f)


@misconception(
    student="Your gate depends on the memory: check what it reads.",
    staff="W_f c for W_f h.",
)
def gate_reads_memory(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ c + P["U_f"] @ x + P["b_f"])))
    return np.diag(f)


@misconception(
    student="Your gate mixes the units of the state by other weights: check on which side the "
    "matrix stands.",
    staff="h @ W_f for W_f @ h.",
)
def transposed_W(P, x, h, c):
    f = 1 / (1 + np.exp(-(h @ P["W_f"] + P["U_f"] @ x + P["b_f"])))
    return np.diag(f)


@misconception(
    student="Your Jacobian does not depend on the bias of the gate.",
    staff="b_f is forgotten.",
)
def no_bias(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["U_f"] @ x)))
    return np.diag(f)


@misconception(
    student="Your Jacobian does not depend on the input.",
    staff="U_f x is forgotten.",
)
def no_input(P, x, h, c):
    f = 1 / (1 + np.exp(-(P["W_f"] @ h + P["b_f"])))
    return np.diag(f)


@misconception(
    student="Where the gate is very far open, your result is not a number: think of what your "
    "exponentials become there.",
    staff="exp(v) / (1 + exp(v)), which is inf / inf from v = 710 on.",
)
def overflowing_gate(P, x, h, c):
    f = np.exp(P["W_f"] @ h + P["U_f"] @ x + P["b_f"])
    return np.diag(f / (1 + f))
