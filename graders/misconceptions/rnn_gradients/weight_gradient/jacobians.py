"""The terms are carried on by something else than the Jacobians of the later steps."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="You add the steps without carrying the old ones on: "
    "each state acts on all later ones.",
    staff="The sum of the immediate gradients, without the products of Jacobians.",
)
def sum_of_immediates(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g[i] += (1 - np.tanh(zs[k][i]) ** 2) * hs[k][j]
    return g


@misconception(
    student="Your gradient stays with one unit: the others feel the weight, too, a step later.",
    staff="A scalar recurrence for unit i with W_hh[i, i]; the other units stay 0.",
)
def unit_i_only(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g[i] = (1 - np.tanh(zs[k][i]) ** 2) * (W_hh[i, i] * g[i] + hs[k][j])
    return g


@misconception(
    student="Each of your terms is carried one step too far: "
    "an immediate gradient has its own step behind it.",
    staff="J_t ... J_k for J_t ... J_{k+1}: the step's own Jacobian is applied, too.",
)
def one_jacobian_too_many(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g[i] += D[i] * hs[k][j]
        g = D * (W_hh @ g)
    return g


@misconception(
    student="Your terms are carried on by the Jacobians of the wrong steps: "
    "follow the oldest to the end.",
    staff="J_{t-1} ... J_k for J_t ... J_{k+1}: a slice that begins and ends one step early.",
)
def jacobians_one_step_early(W_hh, zs, hs, i, j):
    d = len(W_hh)
    g = np.zeros(d)
    for k in range(len(zs)):
        term = np.zeros(d)
        term[i] = (1 - np.tanh(zs[k][i]) ** 2) * hs[k][j]
        for z in zs[k:-1]:
            term = np.diag(1 - np.tanh(z) ** 2) @ W_hh @ term
        g += term
    return g


@misconception(
    student="You carry each step on with a product in the wrong order: "
    "ask which step acts on the old state first.",
    staff="J_{k+1} ... J_t for J_t ... J_{k+1}.",
)
def ascending(W_hh, zs, hs, i, j):
    d = len(W_hh)
    g = np.zeros(d)
    for k in range(len(zs)):
        P = np.eye(d)
        for z in zs[k + 1 :]:
            P = P @ np.diag(1 - np.tanh(z) ** 2) @ W_hh
        g += P[:, i] * (1 - np.tanh(zs[k][i]) ** 2) * hs[k][j]
    return g


@misconception(
    student="Your step Jacobian has its columns scaled: "
    "look again at which index of J the derivative belongs to.",
    staff="The diagonal on the wrong side: W_hh diag(tanh'(z)) carries the gradient on.",
)
def W_diag(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = W_hh @ (D * g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="You carry the gradient on with the rows and columns of each Jacobian exchanged: "
    "check the direction of time.",
    staff="The transposed Jacobian, as in back-propagation, applied forwards in time.",
)
def transposed_steps(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = W_hh.T @ (D * g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="You carry the gradient on as if the network were linear: a factor is missing.",
    staff="W_hh for the step Jacobian: tanh' is forgotten in the product.",
)
def linear_steps(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g = W_hh @ g
        g[i] += (1 - np.tanh(zs[k][i]) ** 2) * hs[k][j]
    return g


@misconception(
    student="You carry the gradient on as if each unit heard only itself: a factor is missing.",
    staff="diag(tanh'(z)) for the step Jacobian: W_hh is forgotten in the product.",
)
def W_forgotten(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * g
        g[i] += D[i] * hs[k][j]
    return g
