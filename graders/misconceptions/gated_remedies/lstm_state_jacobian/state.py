"""The blocks of the new state."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="The old state opens and shuts one more gate on the way to the new state.",
    staff="diag(tanh(c_new) o (1 − o)) W_o is missing.",
)
def no_output_gate_path(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The old state also changes the new memory, from which the new state is made.",
    staff="S A is missing: only the output gate's path is there.",
)
def no_memory_path(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"]
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="What the output gate multiplies is missing where you differentiate the gate.",
    staff="diag(o (1 − o)) W_o without tanh(c_new).",
)
def no_tanh_factor(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The output gate multiplies the squashed memory: you seem to take the memory itself.",
    staff="c_new for tanh(c_new) in the path of the output gate.",
)
def memory_for_tanh(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag((f * c + i * v) * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Where the output gate is far open, your result does not become flat.",
    staff="σ for σ' in the output gate.",
)
def no_output_slope(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The slope of the last tanh is taken at the memory before the step.",
    staff="1 − tanh²(c) for 1 − tanh²(c_new).",
)
def tanh_prime_at_old_memory(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - np.tanh(c) ** 2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The slope of the last tanh is taken at a point that tanh has been applied to already.",
    staff="1 − tanh²(tanh(c_new)).",
)
def tanh_prime_twice(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - np.tanh(t) ** 2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The last tanh has no slope in your formula.",
    staff="diag(o) for diag(o (1 − tanh²(c_new))).",
)
def no_tanh_prime(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o)
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The way out of the memory passes a gate: its factor is missing.",
    staff="diag(1 − tanh²(c_new)) without o.",
)
def no_output_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(1 - t**2)
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="On its way to the new state the old memory passes a gate that you leave out.",
    staff="The upper right block is S, without diag(f).",
)
def no_forget_gate_in_state(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S], [A, np.diag(f)]])


@misconception(
    student="The new state depends on the old memory: one of your blocks denies it.",
    staff="A zero block for ∂h_new/∂c.",
)
def state_ignores_memory(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, np.zeros(A.shape)], [A, np.diag(f)]])


@misconception(
    student="The new memory depends on the old state: one of your blocks denies it.",
    staff="A zero block for ∂c_new/∂h.",
)
def memory_ignores_state(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [np.zeros(A.shape), np.diag(f)]])
