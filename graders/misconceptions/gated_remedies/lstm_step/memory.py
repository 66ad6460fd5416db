"""How the memory is made of the old one and of the candidate, and the state of it."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your candidate can leave the range from minus one to one: something is missing "
    "around it.",
    staff="Document 002 as it stands: the candidate has no tanh.",
)
def linear_candidate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * v
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your candidate is never negative: check how it is squashed.",
    staff="The logistic function for tanh in the candidate.",
)
def logistic_candidate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i / (1 + np.exp(-v))
    return o * np.tanh(c_new), c_new


@misconception(
    student="What should be kept is written over, and the other way round: check which gate "
    "belongs to which term.",
    staff="i ⊙ c + f ⊙ c̃: the two gates exchanged.",
)
def gates_swapped(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = i * c + f * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your candidate is let in by what the forget gate leaves, not by a gate of its own.",
    staff="f ⊙ c + (1 − f) ⊙ c̃: coupled gates, as in a GRU.",
)
def coupled(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + (1 - f) * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your memory never forgets: check what the old memory is multiplied by.",
    staff="c + i ⊙ c̃: no forget gate.",
)
def no_forget_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your memory takes in the whole candidate: a gate is missing.",
    staff="f ⊙ c + c̃: no input gate.",
)
def no_input_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your new memory does not depend on the old one.",
    staff="i ⊙ c̃ alone.",
)
def no_old_memory(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your new memory never leaves the range from minus one to one: it may, only the state "
    "may not.",
    staff="The memory itself is squashed: c_new = tanh(f ⊙ c + i ⊙ c̃), and the state made of it.",
)
def tanh_of_memory(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = np.tanh(f * c + i * np.tanh(v))
    return o * np.tanh(c_new), c_new


@misconception(
    student="Your new state is made of the memory before this step.",
    staff="tanh(c) for tanh(c_new) in the state.",
)
def old_memory_output(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c), c_new


@misconception(
    student="Your new state can leave the range from minus one to one: something is missing "
    "around the memory.",
    staff="o ⊙ c_new: no tanh.",
)
def no_tanh_output(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * c_new, c_new


@misconception(
    student="Your new state lets out the whole memory: a gate is missing.",
    staff="tanh(c_new) without the output gate.",
)
def no_output_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return np.tanh(c_new), c_new


@misconception(
    student="Your output gate is inside the tanh: look at which is applied first.",
    staff="tanh(o ⊙ c_new) for o ⊙ tanh(c_new).",
)
def gate_inside_tanh(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return np.tanh(o * c_new), c_new


@misconception(
    student="Your new memory adds up several units where each should be multiplied by its own "
    "gate.",
    staff="The scalar product f @ c for f ⊙ c.",
)
def matrix_for_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f @ c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@misconception(
    student="Two things to look at: the parameters of your output gate, and the range of your "
    "candidate.",
    staff="Document 002 in both places: the output gate is the input gate, and the candidate "
    "has no tanh.",
)
def document(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fiic")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * v
    return o * np.tanh(c_new), c_new
