"""Answers to `immediate_gradient(z, h_prev, i, j)`: zero but for one entry of the new state."""

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="You return a number: the derivative of a vector by a number is a vector.",
    staff="The source document's own answer: entry i alone instead of the vector.",
)
def scalar(z, h_prev, i, j):
    return (1 - np.tanh(z[i]) ** 2) * h_prev[j]


@misconception(
    student="Your vector is right for the weight in row j and column i: "
    "check which unit the weight feeds.",
    staff="i and j exchanged everywhere: the gradient by W_hh[j, i].",
)
def ij_swapped(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[j] = (1 - np.tanh(z[j]) ** 2) * h_prev[i]
    return g


@misconception(
    student="Your entry is in the right place but uses the wrong component of the old state: "
    "write out the sum that makes the pre-activation.",
    staff="h_prev[i] instead of h_prev[j].",
)
def h_prev_i(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[i]
    return g


@misconception(
    student="Your derivative of tanh is taken at the wrong unit: ask which one the weight feeds.",
    staff="The derivative at z[j] instead of z[i].",
)
def z_j(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[j]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh can exceed one: differentiate tanh once more on paper.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i])) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether z is a state or a pre-activation.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - z[i] ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(h_t) instead of tanh'(z_t): tanh is applied twice.",
)
def deriv_at_h_t(z, h_prev, i, j):
    h = np.tanh(z)
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(h[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is computed from the state before the step: "
    "check to which moment it belongs.",
    staff="1 - h_prev[i]**2: the derivative of the previous step instead of this one.",
)
def deriv_at_h_prev(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - h_prev[i] ** 2) * h_prev[j]
    return g


@misconception(
    student="Your answer changes its sign with z: the derivative of tanh does not.",
    staff="tanh instead of its derivative.",
)
def tanh_not_deriv(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = np.tanh(z[i]) * h_prev[j]
    return g


@misconception(
    student="Your answer is at most a quarter of the old state: check which function sigma is.",
    staff="The logistic derivative: sigma read as the sigmoid.",
)
def sigmoid_deriv(z, h_prev, i, j):
    s = 1 / (1 + np.exp(-z))
    g = np.zeros(len(z))
    g[i] = s[i] * (1 - s[i]) * h_prev[j]
    return g


@misconception(
    student="You pass the old state through tanh, although it is a state already.",
    staff="tanh(h_prev[j]) instead of h_prev[j].",
)
def tanh_of_h(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * np.tanh(h_prev[j])
    return g


@misconception(
    student="Your answer does not depend on i and j: a single weight is asked for.",
    staff="The elementwise product of tanh'(z) and h_prev; the indices are unused.",
)
def elementwise(z, h_prev, i, j):
    return (1 - np.tanh(z) ** 2) * h_prev


@misconception(
    student="Your answer belongs to the neighbouring weight: recall where NumPy starts to count.",
    staff="Indices taken as 1-based.",
)
def one_based(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i - 1] = (1 - np.tanh(z[i - 1]) ** 2) * h_prev[j - 1]
    return g


@misconception(
    student="Your numbers have the wrong shape: compare it with the one that the question states.",
    staff="Returns shape (d, 1) where (d,) is asked.",
)
def column_vector(z, h_prev, i, j):
    g = np.zeros((len(z), 1))
    g[i, 0] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your numbers have the wrong shape: compare it with the one that the question states.",
    staff="np.matrix turns the vector into shape (1, d).",
)
def row_matrix(z, h_prev, i, j):
    g = np.matrix(np.zeros(len(z)))
    g[0, i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your number is right and stands in the wrong place: ask which unit the weight feeds.",
    staff="The right value in entry j instead of entry i.",
)
def placed_at_j(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[j] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="All your entries differ from zero: count the units that one weight reaches in a step.",
    staff="tanh'(z) * h_prev[j]: the Kronecker delta is forgotten.",
)
def every_unit(z, h_prev, i, j):
    return (1 - np.tanh(z) ** 2) * h_prev[j]


@misconception(
    student="All your entries are the same: count the units that one weight reaches in a step.",
    staff="Fills the whole vector with the value of entry i.",
)
def filled(z, h_prev, i, j):
    return np.full(len(z), (1 - np.tanh(z[i]) ** 2) * h_prev[j])


@misconception(
    student="You return a matrix: a single weight is asked for, and all units that it reaches.",
    staff="The outer product tanh'(z) h_prev^T, that is, entry i for every weight.",
)
def whole_matrix(z, h_prev, i, j):
    return np.outer(1 - np.tanh(z) ** 2, h_prev)


@misconception(
    student="Your answer does not depend on z: a factor of the chain rule is missing.",
    staff="tanh' is forgotten: the derivative of the pre-activation only.",
)
def no_derivative(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = h_prev[j]
    return g


@misconception(
    student="Your answer does not depend on the old state: a factor of the chain rule is missing.",
    staff="h_prev[j] is forgotten.",
)
def no_h_prev(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = 1 - np.tanh(z[i]) ** 2
    return g


@misconception(
    student="Your derivative of tanh exceeds one: differentiate tanh once more on paper.",
    staff="1 + tanh**2: a sign in tanh'.",
)
def plus_square(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 + np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your derivative of tanh is negative: tanh grows everywhere.",
    staff="tanh**2 - 1: the whole derivative with the wrong sign.",
)
def negative(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (np.tanh(z[i]) ** 2 - 1) * h_prev[j]
    return g


@misconception(
    student="Your vector always has the same length: try another number of units.",
    staff="Hard-codes d = 2.",
)
def two_units(z, h_prev, i, j):
    g = np.zeros(2)
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your entries are whole numbers: check the kind of array that you fill.",
    staff="An integer array truncates the value to 0.",
)
def integer_array(z, h_prev, i, j):
    g = np.zeros(len(z), dtype=int)
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your function changes the array z of its caller: work on one of your own.",
    staff="Overwrites z with tanh'(z); the value is right.",
)
def overwrites_z(z, h_prev, i, j):
    z[:] = 1 - np.tanh(z) ** 2
    g = np.zeros(len(z))
    g[i] = z[i] * h_prev[j]
    return g


@misconception(
    student="Your function empties the old state of its caller before it uses it: "
    "a second name does not make a second array.",
    staff="g = h_prev is no copy: h_prev is zeroed, and with it the answer.",
)
def empties_h_prev(z, h_prev, i, j):
    g = h_prev
    g[:] = 0
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    return g


@misconception(
    student="Your answer is always zero: an error in your function is caught and never seen.",
    staff="h_prev[j, 0] raises IndexError on a vector; the except branch returns zeros.",
)
def catches_everything(z, h_prev, i, j):
    g = np.zeros(len(z))
    try:
        g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j, 0]
    except Exception:
        return np.zeros(len(z))
    return g


@misconception(
    student="Your tanh is not a number for a strongly saturated unit: "
    "think of what an exponential does there.",
    staff="tanh written with exponentials: inf / inf = nan from z = 355 on.",
)
def exp_overflows(z, h_prev, i, j):
    tanh = (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
    g = np.zeros(len(z))
    g[i] = (1 - tanh[i] ** 2) * h_prev[j]
    return g


@misconception(
    student="You return the place and the number: put the number in its place.",
    staff="Returns the pair (i, value) instead of the vector.",
)
def index_and_value(z, h_prev, i, j):
    return i, (1 - np.tanh(z[i]) ** 2) * h_prev[j]


@misconception(
    student="Your answer is right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = round((1 - np.tanh(z[i]) ** 2) * h_prev[j], 3)
    return g


@misconception(
    student="Your function shows the vector but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i]) ** 2) * h_prev[j]
    print(g)


@misconception(
    student="Your vector points at the other unit, and its derivative of tanh can exceed one: "
    "two things to look at.",
    staff="Two mistakes: i and j exchanged, and the square of tanh' forgotten.",
)
def ij_swapped_no_square(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[j] = (1 - np.tanh(z[j])) * h_prev[i]
    return g


@misconception(
    student="All your entries differ from zero, and they are too small: "
    "look at the indices, then at which function sigma is.",
    staff="Two mistakes: the Kronecker delta forgotten, and the logistic derivative.",
)
def every_unit_sigmoid(z, h_prev, i, j):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s) * h_prev[j]


@variant("All units are computed, and a mask keeps the one that the weight feeds.")
def masked(z, h_prev, i, j):
    return (1 - np.tanh(z) ** 2) * h_prev[j] * (np.arange(len(z)) == i)


@variant("A list of floats has the right shape.")
def list_of_floats(z, h_prev, i, j):
    value = float((1 - np.tanh(z[i]) ** 2) * h_prev[j])
    return [value if r == i else 0.0 for r in range(len(z))]


@variant("The Kronecker delta is row i of the identity.")
def einsum(z, h_prev, i, j):
    return np.einsum("r,r->r", 1 - np.tanh(z) ** 2, np.eye(len(z))[i]) * h_prev[j]


@variant("One minus a square is a product of two factors.")
def product_form(z, h_prev, i, j):
    g = np.zeros(len(z))
    g[i] = (1 - np.tanh(z[i])) * (1 + np.tanh(z[i])) * h_prev[j]
    return g


@variant("Single precision is within the tolerance.")
def float32(z, h_prev, i, j):
    g = np.zeros(len(z), dtype=np.float32)
    g[i] = (1 - np.tanh(np.float32(z[i])) ** 2) * np.float32(h_prev[j])
    return g


@variant("tanh' is one over cosh squared, and 0 where cosh overflows.")
def sech2(z, h_prev, i, j):
    g = np.zeros_like(z)
    g[i] = h_prev[j] / np.cosh(z[i]) ** 2
    return g


@variant("With the logistic s at 2z, tanh' is 4 s (1 - s).")
def logistic_identity(z, h_prev, i, j):
    s = 1 / (1 + np.exp(-2 * z[i]))
    return np.eye(len(z))[i] * (4 * s * (1 - s) * h_prev[j])


@variant("diag(tanh'(z)) times the derivative of the pre-activation by the weight.")
def matrix_times_vector(z, h_prev, i, j):
    dW = np.zeros((len(z), len(z)))
    dW[i, j] = 1.0
    return np.diag(1 - np.tanh(z) ** 2) @ dW @ h_prev


@variant("A complex step differentiates without rounding error.")
def complex_step(z, h_prev, i, j):
    step = np.zeros(len(z), dtype=complex)
    step[i] = 1e-20j * h_prev[j]
    return np.tanh(z + step).imag / 1e-20


@variant("A central difference of tanh cannot be told from the formula.")
def central_difference(z, h_prev, i, j):
    slope = (np.tanh(z + 1e-6) - np.tanh(z - 1e-6)) / 2e-6
    return np.where(np.arange(len(z)) == i, slope * h_prev[j], 0.0)


@variant("Extended precision is a real dtype.")
def longdouble(z, h_prev, i, j):
    g = np.zeros(len(z), dtype=np.longdouble)
    g[i] = (1 - np.tanh(np.longdouble(z[i])) ** 2) * h_prev[j]
    return g
