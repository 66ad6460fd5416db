"""The right blocks in other places, another network, other shapes."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your blocks stand in the order memory, state: compare with the docstring.",
    staff="(c, h) for (h, c) in rows and columns.",
)
def memory_first(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[np.diag(f), A], [S @ np.diag(f), B]])


@misconception(
    student="Your rows stand in the order memory, state, and your columns do not: compare with "
    "the docstring.",
    staff="The two rows of blocks exchanged.",
)
def rows_exchanged(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[A, np.diag(f)], [B, S @ np.diag(f)]])


@misconception(
    student="Your columns stand in the order memory, state, and your rows do not: compare with "
    "the docstring.",
    staff="The two columns of blocks exchanged.",
)
def columns_exchanged(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[S @ np.diag(f), B], [np.diag(f), A]])


@misconception(
    student="Two of your blocks have changed places.",
    staff="∂h_new/∂c and ∂c_new/∂h exchanged.",
)
def corners_exchanged(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, A], [S @ np.diag(f), np.diag(f)]])


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout.",
    staff="The transpose.",
)
def transposed(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]]).T


@misconception(
    student="You return one block: the new memory and the old memory are asked about, too.",
    staff="Only ∂h_new/∂h, shape (d, d).",
)
def state_block_only(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return B


@misconception(
    student="You return the blocks one by one: they should make one matrix.",
    staff="An array (2, 2, d, d).",
)
def four_blocks(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.array([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your output gate has the input gate's parameters: compare with the step above.",
    staff="Document 002 as it stands: W_i, U_i, b_i in the output gate.",
)
def doc_output_gate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fiic")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_i"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your candidate can leave the range from minus one to one: something is missing "
    "around it.",
    staff="Document 002 as it stands: the candidate has no tanh, neither in the step nor in the "
    "derivative.",
)
def linear_candidate(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="The weights stand the wrong way round in all your gates and candidate.",
    staff="h @ W_k for W_k @ h in the step, and the right formula for the rest.",
)
def transposed_weights(P, x, h, c):
    f, i, o, v = (h @ P["W_" + k] + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Where a gate is very far open, your result is not a number: think of what your "
    "exponentials become there.",
    staff="exp(v) / (1 + exp(v)), which is inf / inf from v = 710 on.",
)
def overflowing_gates(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (np.exp(a) / (1 + np.exp(a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your function changes the memory of its caller: work on a copy.",
    staff="c is overwritten by the new memory; the value is right.",
)
def memory_in_place(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    c[:] = f * c + i * v
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])


@misconception(
    student="Your function changes the dict of its caller: work on a copy.",
    staff="P is written to; the value is right.",
)
def parameters_in_place(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    v = np.tanh(v)
    t = np.tanh(f * c + i * v)
    A = np.diag(c * f * (1 - f)) @ P["W_f"] + np.diag(v * i * (1 - i)) @ P["W_i"]
    A = A + np.diag(i * (1 - v**2)) @ P["W_c"]
    S = np.diag(o * (1 - t**2))
    B = np.diag(t * o * (1 - o)) @ P["W_o"] + S @ A
    P["W_c"] = A
    return np.block([[B, S @ np.diag(f)], [A, np.diag(f)]])
