"""The block of the new memory by the old state: three gates' paths."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="One of the paths from the old state to the new memory is missing: think of every "
    "place where the state is read.",
    staff="diag(c f (1 − f)) W_f is missing.",
)
def no_forget_path(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="One of the paths from the old state to the new memory is missing: follow each gate.",
    staff="diag(c̃ i (1 − i)) W_i is missing.",
)
def no_input_path(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The path through the candidate is missing from the new memory.",
    staff="diag(i (1 − c̃²)) W_c is missing.",
)
def no_candidate_path(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The old state opens and shuts gates, too: two paths to the new memory are missing.",
    staff="Only diag(i (1 − c̃²)) W_c: the gates taken for constants.",
)
def candidate_path_only(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The old state opens and shuts gates, too: the paths through all three of them are "
    "missing.",
    staff="All gates taken for constants, the output gate too.",
)
def gates_constant(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Where you differentiate a gate, your result does not become flat when it is far open.",
    staff="σ for σ' in the two gates of the memory.",
)
def no_gate_slope(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f) @ P["W_f"] + np.diag(v * i) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Where the candidate saturates, your result does not become flat.",
    staff="diag(i) W_c: tanh' is missing, as with document 002's linear candidate in the "
    "derivative alone.",
)
def no_candidate_slope(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your derivative of the candidate applies tanh once too often.",
    staff="1 − tanh²(c̃): the slope is taken at the candidate, which is a tanh already.",
)
def candidate_slope_twice(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - np.tanh(v) ** 2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The path through the candidate passes a gate: its factor is missing.",
    staff="diag(1 − c̃²) W_c without i.",
)
def no_input_gate_factor(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(1 - v**2) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="What the forget gate multiplies is missing where you differentiate the gate.",
    staff="diag(f (1 − f)) W_f without c.",
)
def no_memory_factor(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="What the input gate multiplies is missing where you differentiate the gate.",
    staff="diag(i (1 − i)) W_i without c̃.",
)
def no_candidate_factor(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The forget gate multiplies the old memory: you seem to take another one.",
    staff="c_new for c in the path of the forget gate.",
)
def new_memory_factor(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag((f * c + i * v) * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your derivatives scale columns of the weights where they should scale rows, or the "
    "other way round.",
    staff="W_k diag(…) for diag(…) W_k in the three paths to the memory.",
)
def W_diag(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = P["W_f"] @ np.diag(c * f * (1 - f)) + P["W_i"] @ np.diag(v * i * (1 - i))
    A = A + P["W_c"] @ np.diag(i * (1 - v**2))
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your blocks by the old state are diagonal: a factor of the chain rule is missing.",
    staff="The matrices W_f, W_i and W_c are forgotten.",
)
def no_weights(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f) + v * i * (1 - i))
    A = A + np.diag(i * (1 - v**2))
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])
