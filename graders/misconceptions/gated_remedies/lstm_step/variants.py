"""Right answers that look unlike ours."""

import numpy as np

from graders.misconceptions import variant


@variant("The logistic function is (1 + tanh(v / 2)) / 2.")
def by_tanh(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = ((1 + np.tanh(a / 2)) / 2 for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@variant("All gates at once, as libraries do it.")
def stacked_weights(P, x, h, c):
    W, U, b = (np.concatenate([P[a + k] for k in "fioc"]) for a in ("W_", "U_", "b_"))
    f, i, o, v = np.split(W @ h + U @ x + b, 4)
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new


@variant("Two lists.")
def lists(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return (o * np.tanh(c_new)).tolist(), c_new.tolist()


@variant("An array (2, d) has the two vectors as its items.")
def one_array(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (1 / (1 + np.exp(-a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return np.array([o * np.tanh(c_new), c_new])


@variant("Unit by unit.")
def loops(P, x, h, c):
    h_new, c_new = np.zeros(len(h)), np.zeros(len(h))
    for r in range(len(h)):
        a = {k: P["W_" + k][r] @ h + P["U_" + k][r] @ x + P["b_" + k][r] for k in "fioc"}
        f, i, o = (1 / (1 + np.exp(-a[k])) for k in "fio")
        c_new[r] = f * c[r] + i * np.tanh(a["c"])
        h_new[r] = o * np.tanh(c_new[r])
    return h_new, c_new


@variant("The logistic function is exp(-ln(1 + exp(-v))).")
def logaddexp(P, x, h, c):
    f, i, o, v = (P["W_" + k] @ h + P["U_" + k] @ x + P["b_" + k] for k in "fioc")
    f, i, o = (np.exp(-np.logaddexp(0, -a)) for a in (f, i, o))
    c_new = f * c + i * np.tanh(v)
    return o * np.tanh(c_new), c_new
