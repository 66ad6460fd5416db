"""Answers to `step_jacobian(W_hh, z)`: row r of W_hh times tanh'(z[r])."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your Jacobian equals W_hh with its columns scaled: "
    "look again at which index of J the derivative belongs to.",
    staff="The diagonal on the wrong side: W_hh diag(tanh'(z)).",
)
def W_diag(W_hh, z):
    return W_hh @ np.diag(1 - np.tanh(z) ** 2)


@misconception(
    student="Your Jacobian equals W_hh with its columns scaled: "
    "look again at how NumPy lines up a vector with a matrix.",
    staff="Broadcasting puts the vector along the columns: the same as W_hh diag(tanh'(z)).",
)
def broadcast_columns(W_hh, z):
    return (1 - np.tanh(z) ** 2) * W_hh


@misconception(
    student="Your Jacobian does not depend on z: a factor of the chain rule is missing.",
    staff="W_hh alone: the Jacobian of a linear network.",
)
def no_derivative(W_hh, z):
    return W_hh.copy()


@misconception(
    student="Your matrix has its rows and columns exchanged: compare with the stated layout of J.",
    staff="The transpose of J (denominator layout).",
)
def transposed(W_hh, z):
    return W_hh.T @ np.diag(1 - np.tanh(z) ** 2)


@misconception(
    student="The derivatives scale the right rows, but those of another matrix: "
    "check whether W_hh is used as it is.",
    staff="diag(tanh'(z)) times the transpose of W_hh.",
)
def D_Wt(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2) @ W_hh.T


@misconception(
    student="Your derivative of tanh can exceed one: differentiate tanh once more on paper.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, z):
    return np.diag(1 - np.tanh(z)) @ W_hh


@misconception(
    student="Your rows change their signs with z: the derivative of tanh does not.",
    staff="tanh instead of its derivative.",
)
def tanh_not_deriv(W_hh, z):
    return np.diag(np.tanh(z)) @ W_hh


@misconception(
    student="Your derivative of tanh exceeds one: differentiate tanh once more on paper.",
    staff="1 + tanh**2: a sign in tanh'.",
)
def plus_square(W_hh, z):
    return np.diag(1 + np.tanh(z) ** 2) @ W_hh


@misconception(
    student="Your Jacobian is at most a quarter of W_hh: check which function sigma is.",
    staff="The logistic derivative: sigma read as the sigmoid.",
)
def sigmoid_deriv(W_hh, z):
    s = 1 / (1 + np.exp(-z))
    return np.diag(s * (1 - s)) @ W_hh


@misconception(
    student="Your Jacobian is zero off its diagonal: check which product you take.",
    staff="* instead of @ between two matrices: only the diagonal survives.",
)
def hadamard(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2) * W_hh


@misconception(
    student="All your rows are scaled by the same number: each unit has a derivative of its own.",
    staff="The largest tanh' scales the whole matrix, as in the norm bound.",
)
def max_derivative(W_hh, z):
    return (1 - np.tanh(z) ** 2).max() * W_hh


@misconception(
    student="All your rows are scaled by the same number: each unit has a derivative of its own.",
    staff="The mean tanh' scales the whole matrix.",
)
def mean_derivative(W_hh, z):
    return np.mean(1 - np.tanh(z) ** 2) * W_hh


@misconception(
    student="Your rows are too small wherever a unit saturates: count the powers in your formula.",
    staff="The derivative is applied twice: tanh' squared.",
)
def off_by_square(W_hh, z):
    return np.diag((1 - np.tanh(z) ** 2) ** 2) @ W_hh


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether z is a state or a pre-activation.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(W_hh, z):
    return np.diag(1 - z**2) @ W_hh


@misconception(
    student="Your derivative of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, z):
    h = np.tanh(z)
    return np.diag(1 - np.tanh(h) ** 2) @ W_hh


@misconception(
    student="You multiply by W_hh on the way to the derivative: check what z already contains.",
    staff="tanh'(W_hh z) instead of tanh'(z): takes z for the old state.",
)
def applies_W_again(W_hh, z):
    return np.diag(1 - np.tanh(W_hh @ z) ** 2) @ W_hh


@misconception(
    student="Your Jacobian is diagonal, whatever the network: a factor of the chain rule is "
    "missing.",
    staff="W_hh is forgotten: the derivative by the pre-activation.",
)
def no_W(W_hh, z):
    return np.diag(1 - np.tanh(z) ** 2)


@misconception(
    student="You return a vector: the derivative of a vector by a vector is a matrix.",
    staff="The vector tanh'(z) times W_hh, that is, the column sums of J.",
)
def vector(W_hh, z):
    return (1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="The derivatives enter your Jacobian twice: the step applies tanh once.",
    staff="diag(tanh'(z)) on both sides of W_hh.",
)
def both_sides(W_hh, z):
    D = np.diag(1 - np.tanh(z) ** 2)
    return D @ W_hh @ D


@misconception(
    student="Your Jacobian has an extra term on its diagonal: look at the recurrence once more.",
    staff="I + diag(tanh'(z)) W_hh: the Jacobian of a residual step.",
)
def residual(W_hh, z):
    return np.eye(len(z)) + np.diag(1 - np.tanh(z) ** 2) @ W_hh


@misconception(
    student="Your Jacobian always has the same size: try another number of units.",
    staff="Hard-codes d = 2.",
)
def two_units(W_hh, z):
    J = np.zeros((2, 2))
    for r in range(2):
        for c in range(2):
            J[r, c] = (1 - np.tanh(z[r]) ** 2) * W_hh[r, c]
    return J


@misconception(
    student="Only one row of your Jacobian is filled: look at what your loop starts anew.",
    staff="J is created inside the loop: only the last row survives.",
)
def last_row_only(W_hh, z):
    for r in range(len(z)):
        J = np.zeros((len(z), len(z)))
        J[r] = (1 - np.tanh(z[r]) ** 2) * W_hh[r]
    return J


@misconception(
    student="Your function changes the matrix W_hh of its caller: work on one of your own.",
    staff="Scales W_hh in place; the value is right.",
)
def scales_W_in_place(W_hh, z):
    W_hh *= (1 - np.tanh(z) ** 2)[:, None]
    return W_hh


@misconception(
    student="Your function changes the matrix W_hh of its caller: "
    "a second name does not make a second array.",
    staff="J = W_hh is no copy: the rows of W_hh are overwritten; the value is right.",
)
def no_copy(W_hh, z):
    J = W_hh
    for r in range(len(z)):
        J[r] = J[r] * (1 - np.tanh(z[r]) ** 2)
    return J


@misconception(
    student="Your entries are whole numbers: check the kind of array that you fill.",
    staff="An integer array truncates the entries.",
)
def integer_array(W_hh, z):
    J = np.zeros_like(W_hh, dtype=int)
    for r in range(len(z)):
        J[r] = (1 - np.tanh(z[r]) ** 2) * W_hh[r]
    return J


@misconception(
    student="Your tanh is not a number for a strongly saturated unit: "
    "think of what an exponential does there.",
    staff="tanh written with exponentials: inf / inf = nan from z = 355 on.",
)
def exp_overflows(W_hh, z):
    tanh = (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
    return (1 - tanh**2)[:, None] * W_hh


@misconception(
    student="Your Jacobian is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, z):
    return np.round(np.diag(1 - np.tanh(z) ** 2) @ W_hh, 3)


@misconception(
    student="Your Jacobian is right to a few digits only: check the precision you compute in.",
    staff="Computes in float16, which has three digits.",
)
def float16(W_hh, z):
    z = z.astype(np.float16)
    return (1 - np.tanh(z) ** 2)[:, None] * W_hh.astype(np.float16)


@misconception(
    student="Your difference quotient is too coarse: compare its error for smaller steps.",
    staff="A forward difference with step 1e-3: an error of about 1e-3.",
)
def coarse_difference(W_hh, z):
    step = 1e-3
    columns = [(np.tanh(z + step * W_hh[:, c]) - np.tanh(z)) / step for c in range(len(z))]
    return np.stack(columns, axis=1)


@misconception(
    student="Your answer is always zero: an error in your function is caught and never seen.",
    staff="z[r, 0] raises IndexError on a vector; the except branch returns zeros.",
)
def catches_everything(W_hh, z):
    try:
        return np.array([(1 - np.tanh(z[r, 0]) ** 2) * W_hh[r] for r in range(len(z))])
    except Exception:
        return np.zeros_like(W_hh)


@misconception(
    student="Your function shows the Jacobian but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(W_hh, z):
    print(np.diag(1 - np.tanh(z) ** 2) @ W_hh)


@misconception(
    student="Your Jacobian equals W_hh with its columns scaled, by numbers that can exceed one: "
    "two things to look at.",
    staff="Two mistakes: the diagonal on the wrong side, and the square of tanh' forgotten.",
)
def W_diag_no_square(W_hh, z):
    return W_hh * (1 - np.tanh(z))


@misconception(
    student="Your matrix has its rows and columns exchanged, and is too small: "
    "check the layout of J, then which function sigma is.",
    staff="Two mistakes: the transpose of J, and the logistic derivative.",
)
def transposed_sigmoid(W_hh, z):
    s = 1 / (1 + np.exp(-z))
    return W_hh.T * (s * (1 - s))


@variant("Scaling the columns of the transpose scales the rows.")
def broadcast_T(W_hh, z):
    return ((1 - np.tanh(z) ** 2) * W_hh.T).T


@variant("Entry [i, j] is tanh'(z[i]) times W_hh[i, j].")
def einsum(W_hh, z):
    return np.einsum("i,ij->ij", 1 - np.tanh(z) ** 2, W_hh)


@variant("Between two np.matrix, * is the matrix product; the result is a (d, d) matrix.")
def np_matrix(W_hh, z):
    return np.matrix(np.diag(1 - np.tanh(z) ** 2)) * np.matrix(W_hh)


@variant("tanh' is one over cosh squared, and 0 where cosh overflows.")
def sech2(W_hh, z):
    return W_hh / np.cosh(z)[:, None] ** 2


@variant("One minus a square is a product of two factors.")
def product_form(W_hh, z):
    t = np.tanh(z)
    return ((1 - t) * (1 + t))[:, None] * W_hh


@variant("A complex step along each column differentiates without rounding error.")
def complex_step(W_hh, z):
    columns = [np.tanh(z + 1e-20j * W_hh[:, c]).imag / 1e-20 for c in range(len(z))]
    return np.stack(columns, axis=1)


@variant("A central difference of the step cannot be told from the formula.")
def central_difference(W_hh, z):
    step = 1e-6
    J = np.empty(W_hh.shape)
    for c in range(len(z)):
        up = np.tanh(z + step * W_hh[:, c])
        down = np.tanh(z - step * W_hh[:, c])
        J[:, c] = (up - down) / (2 * step)
    return J


@variant("The order in memory is no part of the answer.")
def fortran_order(W_hh, z):
    return np.asfortranarray(np.diag(1 - np.tanh(z) ** 2) @ W_hh)


@variant("Extended precision is a real dtype.")
def longdouble(W_hh, z):
    return (1 - np.tanh(z.astype(np.longdouble)) ** 2)[:, None] * W_hh


@variant("Single precision is within the tolerance of one step.")
def float32(W_hh, z):
    t = np.tanh(z.astype(np.float32))
    return (1 - t * t)[:, None] * W_hh.astype(np.float32)


@variant("A loop over rows and columns.")
def loops(W_hh, z):
    d = len(z)
    J = np.zeros((d, d))
    for r in range(d):
        for c in range(d):
            J[r, c] = (1 - np.tanh(z[r]) ** 2) * W_hh[r, c]
    return J


@variant("Nested lists have the right shape.")
def nested_lists(W_hh, z):
    D = 1 - np.tanh(z) ** 2
    d = len(z)
    return [[float(D[r] * W_hh[r, c]) for c in range(d)] for r in range(d)]


@variant("With the logistic s at 2z, tanh' is 4 s (1 - s).")
def logistic_identity(W_hh, z):
    s = 1 / (1 + np.exp(-2 * z))
    return np.diag(4 * s * (1 - s)).dot(W_hh)


@variant("The derivative is written with the new state, which is tanh(z).")
def through_the_state(W_hh, z):
    h = np.tanh(z).reshape(-1, 1)
    return W_hh - h**2 * W_hh
