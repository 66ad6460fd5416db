"""What the gates read, and how they are squashed."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your output gate always equals your input gate: check which parameters each gate is "
    "given.",
    staff="Document 002 as it stands: the output gate has the input gate's parameters.",
)
def doc_output_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fiic")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your output gate always equals your forget gate: check which parameters each gate is "
    "given.",
    staff="The output gate has the forget gate's parameters.",
)
def output_gate_of_forget(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fifc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Some of your gates are negative: how much of something is kept should lie between "
    "none and all of it.",
    staff="'A generic sigmoidal function' read as tanh in all three gates.",
)
def tanh_gates(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = np.tanh(f), np.tanh(i), np.tanh(o)
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your gates shut where they should open: look at the sign in your logistic function.",
    staff="1 / (1 + exp(v)): the logistic function of -v, so every gate is one minus itself.",
)
def logistic_sign(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your gates are not squashed at all: how much of something is kept should lie between "
    "none and all of it.",
    staff="Pre-activations for gates: the logistic function is forgotten.",
)
def no_logistic(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your gates depend on the memory, and not on the state: check what each of them reads.",
    staff="W_k c for W_k h: gates and candidate read the memory.",
)
def gates_read_memory(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ c + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your step mixes the units of the old state by other weights: check on which side the "
    "matrix stands.",
    staff="h @ W_k for W_k @ h, that is, the transposed matrices.",
)
def transposed_W(P, x, h, c):
    f, i, o, v = (h @ P["W_" + k] + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your step does not depend on the biases.",
    staff="b_k is forgotten everywhere.",
)
def no_bias(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your step does not depend on the input.",
    staff="U_k x is forgotten everywhere.",
)
def no_input(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your step does not depend on the old state.",
    staff="W_k h is forgotten everywhere.",
)
def no_state(P, x, h, c):
    f, i, o, v = (P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your forget gate is more open than its parameters say: leave initialisation to "
    "whoever calls.",
    staff="Adds 1 to the forget gate's bias, as some libraries do at the start of training.",
)
def bias_added(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f + 1, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your gates are only open or shut: they should also be able to stand ajar.",
    staff="Gates rounded to 0 or 1.",
)
def hard_gates(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (np.round(1 / (1 + np.exp(-a))) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Where a gate is very far open, your result is not a number: think of what your "
    "exponentials become there.",
    staff="exp(v) / (1 + exp(v)), which is inf / inf from v = 710 on.",
)
def overflowing_gates(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (np.exp(a) / (1 + np.exp(a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new
