"""Right answers in another form."""

import numpy as np

from graders.misconceptions import variant


@variant("The sum as it is written: one product of Jacobians for each step.")
def double_sum(W_hh, zs, hs, i, j):
    d = len(W_hh)
    total = np.zeros(d)
    for k in range(len(zs)):
        immediate = np.zeros(d)
        immediate[i] = (1 - np.tanh(zs[k][i]) ** 2) * hs[k][j]
        P = np.eye(d)
        for z in zs[k + 1 :]:
            P = np.diag(1 - np.tanh(z) ** 2) @ W_hh @ P
        total = total + P @ immediate
    return total


@variant("The gradient of each state follows from that of the state before.")
def forward_recursion(W_hh, zs, hs, i, j):
    e = np.eye(len(W_hh))[i]
    g = 0 * e
    for k in range(len(zs)):
        g = (1 - np.tanh(zs[k]) ** 2) * (W_hh @ g + hs[k][j] * e)
    return g


@variant("Backwards in time, with the product of all later Jacobians at hand.")
def backward_accumulation(W_hh, zs, hs, i, j):
    d = len(W_hh)
    g, P = np.zeros(d), np.eye(d)
    for k in reversed(range(len(zs))):
        D = 1 / np.cosh(zs[k]) ** 2
        g += P[:, i] * D[i] * hs[k][j]
        P = P @ (D[:, None] * W_hh)
    return g


@variant("One row vector for each unit of the end is pulled back through the steps.")
def back_propagation(W_hh, zs, hs, i, j):
    v = np.zeros(len(W_hh))
    for r in range(len(W_hh)):
        row = np.eye(len(W_hh))[r]
        for k in range(len(zs) - 1, -1, -1):
            row = row * (1 - np.tanh(zs[k]) ** 2)
            v[r] += row[i] * hs[k][j]
            row = row @ W_hh
    return v


@variant("With a 1 below the gradient, a step is one product with [[J, immediate], [0, 1]].")
def augmented_matrices(W_hh, zs, hs, i, j):
    d = len(W_hh)
    g = np.append(np.zeros(d), 1.0)
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        A = np.eye(d + 1)
        A[:d, :d] = np.diag(D) @ W_hh
        A[i, d] = D[i] * hs[k][j]
        g = A @ g
    return g[:d]


@variant("hs[k + 1] is tanh(zs[k]), so its square gives the derivative.")
def derivative_from_states(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - hs[k + 1] ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k, j]
    return list(g)


@variant("A complex step in the weight, with the same inputs, runs the network once.")
def complex_step(W_hh, zs, hs, i, j):
    W = W_hh.astype(complex)
    W[i, j] += 1e-20j
    h = hs[0].astype(complex)
    for k in range(len(zs)):
        h = np.tanh(zs[k] - W_hh @ hs[k] + W @ h)
    return h.imag / 1e-20


@variant("The same inputs, run twice with the weight nudged, cannot be told from the formula.")
def central_difference(W_hh, zs, hs, i, j):
    step = 1e-6
    ends = []
    for nudge in (step, -step):
        W = W_hh.copy()
        W[i, j] += nudge
        h = hs[0]
        for k in range(len(zs)):
            h = np.tanh(zs[k] - W_hh @ hs[k] + W @ h)
        ends.append(h)
    return (ends[0] - ends[1]) / (2 * step)


@variant("The gradient by every weight is carried on, and one is picked at the end.")
def whole_tensor(W_hh, zs, hs, i, j):
    d = len(W_hh)
    G = np.zeros((d, d, d))
    for k in range(len(zs)):
        immediate = np.einsum("ra,b->rab", np.eye(d), hs[k])
        G = np.einsum("r,rab->rab", 1 - np.tanh(zs[k]) ** 2, np.tensordot(W_hh, G, 1) + immediate)
    return G[:, i, j]


@variant("Plain Python lists of floats.")
def pure_python(W_hh, zs, hs, i, j):
    d = len(W_hh)
    g = [0.0] * d
    for k in range(len(zs)):
        carried = [sum(W_hh[r][c] * g[c] for c in range(d)) for r in range(d)]
        carried[i] += hs[k][j]
        g = [(1 - np.tanh(zs[k][r]) ** 2) * carried[r] for r in range(d)]
    return g
