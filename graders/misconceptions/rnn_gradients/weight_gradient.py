"""Answers to `weight_gradient(W_hh, zs, hs, i, j)`: every step's immediate gradient, carried on."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your gradient is that of the newest step alone: "
    "the state before it depends on the weight, too.",
    staff="The immediate gradient only: h_{t-1} is treated as constant.",
)
def immediate_only(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    if len(zs) > 0:
        g[i] = (1 - np.tanh(zs[-1][i]) ** 2) * hs[-2][j]
    return g


@misconception(
    student="Only the oldest step contributes to your gradient: the weight acts at every step.",
    staff="The first term only: later immediate gradients are left out.",
)
def first_term_only(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        if k == 0:
            g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="The newest step does not contribute to your gradient: "
    "think of the product that has no factor.",
    staff="The last term (k = t, the empty product) is forgotten.",
)
def no_last_term(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        if k < len(zs) - 1:
            g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="The oldest step does not contribute to your gradient: count the terms of your sum.",
    staff="The first term is forgotten: the sum starts at k = 2.",
)
def no_first_term(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(1, len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your terms use the state after each step: ask which state the weight multiplied.",
    staff="hs[k + 1] for hs[k]: h_k instead of h_{k-1}.",
)
def h_off_by_one(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k + 1][j]
    return g


@misconception(
    student="You add the steps without carrying the old ones on to the end.",
    staff="The sum of the immediate gradients, without the products of Jacobians.",
)
def sum_of_immediates(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g[i] += (1 - np.tanh(zs[k][i]) ** 2) * hs[k][j]
    return g


@misconception(
    student="Your gradient is right for the weight in row j and column i: "
    "check which unit the weight feeds.",
    staff="i and j exchanged: the gradient by W_hh[j, i].",
)
def ij_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[j] += D[j] * hs[k][i]
    return g


@misconception(
    student="Your steps are taken in the wrong order: look up which row of zs is the oldest.",
    staff="Takes zs and hs newest first.",
)
def newest_first(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs) - 1, -1, -1):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your pre-activations and your states belong to different steps: "
    "follow one step with both lists.",
    staff="zs is reversed and hs is not.",
)
def only_zs_reversed(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k, z in enumerate(zs[::-1]):
        D = 1 - np.tanh(z) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
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
    student="You carry the gradient on with another matrix: check the direction of time.",
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
    student="Your derivative of tanh can exceed one: differentiate tanh once more on paper.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k])
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your derivative of tanh is at most a quarter: check which function sigma is.",
    staff="The logistic derivative: sigma read as the sigmoid.",
)
def sigmoid_deriv(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        s = 1 / (1 + np.exp(-zs[k]))
        D = s * (1 - s)
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your derivative of tanh is computed from the state before the step: "
    "check to which moment it belongs.",
    staff="1 - hs[k]**2 for 1 - hs[k + 1]**2: the derivative of the step before.",
)
def deriv_from_state_before(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - hs[k] ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="All your terms use the same state: the state changes from step to step.",
    staff="hs[0][j] at every step.",
)
def first_state_always(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[0][j]
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
    student="You return a number: the derivative of a vector by a number is a vector.",
    staff="Entry i of the gradient alone.",
)
def scalar(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g[i]


@misconception(
    student="You return one vector per step: only the newest one is asked for.",
    staff="Returns the gradients of all states.",
)
def every_step(W_hh, zs, hs, i, j):
    gs = [np.zeros(len(W_hh))]
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ gs[-1])
        g[i] += D[i] * hs[k][j]
        gs.append(g)
    return np.array(gs)


@misconception(
    student="Your gradient is divided by the number of steps: compare with the definition.",
    staff="The mean over the steps instead of the sum.",
)
def mean_over_steps(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g / max(len(zs), 1)


@misconception(
    student="Your function knows one number of steps only: try it with one and with five.",
    staff="Hard-codes two steps.",
)
def two_steps(W_hh, zs, hs, i, j):
    D = 1 - np.tanh(zs) ** 2
    g = D[1] * W_hh[:, i] * D[0][i] * hs[0][j]
    g[i] += D[1][i] * hs[1][j]
    return g


@misconception(
    student="Your vector always has the same length: try another number of units.",
    staff="Hard-codes d = 3.",
)
def three_units(W_hh, zs, hs, i, j):
    g = np.zeros(3)
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return g


@misconception(
    student="Your second call gives another answer than your first: "
    "a function should start from nothing every time.",
    staff="Adds to a global variable that keeps the result of the last call.",
)
def adds_to_a_global(W_hh, zs, hs, i, j):
    global total
    total = globals().get("total", np.zeros(len(W_hh)))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        total = D * (W_hh @ total)
        total[i] += D[i] * hs[k][j]
    return total


@misconception(
    student="Your function changes the array zs of its caller: work on one of your own.",
    staff="Overwrites zs with tanh'(zs); the value is right.",
)
def overwrites_zs(W_hh, zs, hs, i, j):
    zs[:] = 1 - np.tanh(zs) ** 2
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        g = zs[k] * (W_hh @ g)
        g[i] += zs[k][i] * hs[k][j]
    return g


@misconception(
    student="Your gradient is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    return np.round(g, 3)


@misconception(
    student="Your answer is always zero: an error in your function is caught and never seen.",
    staff="hs[k, j, 0] raises IndexError; the except branch returns zeros.",
)
def catches_everything(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    try:
        for k in range(len(zs)):
            D = 1 - np.tanh(zs[k]) ** 2
            g = D * (W_hh @ g)
            g[i] += D[i] * hs[k, j, 0]
    except Exception:
        g = np.zeros(len(W_hh))
    return g


@misconception(
    student="Your function shows the gradient but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[i] += D[i] * hs[k][j]
    print(g)


@misconception(
    student="Each of your terms uses the state after its step, and belongs to another weight: "
    "two things to look at.",
    staff="Two mistakes: hs[k + 1] for hs[k], and i and j exchanged.",
)
def h_off_by_one_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    for k in range(len(zs)):
        D = 1 - np.tanh(zs[k]) ** 2
        g = D * (W_hh @ g)
        g[j] += D[j] * hs[k + 1][i]
    return g


@misconception(
    student="Your gradient is that of the newest step alone, and of another weight: "
    "two things to look at.",
    staff="Two mistakes: the immediate gradient only, and i and j exchanged.",
)
def immediate_only_swapped(W_hh, zs, hs, i, j):
    g = np.zeros(len(W_hh))
    if len(zs) > 0:
        g[j] = (1 - np.tanh(zs[-1][j]) ** 2) * hs[-2][i]
    return g


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
