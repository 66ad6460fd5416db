"""Answers to `step_norm_bound(W_hh, z)`: max tanh'(z) times the spectral norm, and the norm."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your loose bound is too large: check which norm your function computes by default.",
    staff="np.linalg.norm without an order is the Frobenius norm.",
)
def frobenius(W_hh, z):
    s = np.linalg.norm(W_hh)
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound can be too small to be a bound: "
    "eigenvalues tell how far W_hh stretches only some vectors.",
    staff="The spectral radius instead of the spectral norm.",
)
def spectral_radius(W_hh, z):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound can be negative: eigenvalues are not what a norm is made of.",
    staff="The largest real part of an eigenvalue instead of the spectral norm.",
)
def max_real_eig(W_hh, z):
    s = np.linalg.eigvals(W_hh).real.max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is right for symmetric matrices only: "
    "check what the function that you call assumes.",
    staff="np.linalg.eigvalsh on a matrix that is not symmetric: it reads the lower triangle only.",
)
def eigvalsh(W_hh, z):
    s = np.abs(np.linalg.eigvalsh(W_hh)).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is another norm: find the one that goes with the length of vectors.",
    staff="The 1-norm (largest column sum) instead of the spectral norm.",
)
def one_norm(W_hh, z):
    s = np.linalg.norm(W_hh, 1)
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is another norm: find the one that goes with the length of vectors.",
    staff="The infinity norm (largest row sum) instead of the spectral norm.",
)
def inf_norm(W_hh, z):
    s = np.linalg.norm(W_hh, np.inf)
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too small: a matrix can stretch by more than its largest entry.",
    staff="The largest entry instead of the spectral norm.",
)
def max_entry(W_hh, z):
    s = np.abs(W_hh).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too large: look at how you combine the singular values.",
    staff="The sum of the singular values (nuclear norm) instead of the largest.",
)
def nuclear(W_hh, z):
    s = np.linalg.norm(W_hh, "nuc")
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too small: it tells how little W_hh can stretch.",
    staff="The smallest singular value instead of the largest.",
)
def sigma_min(W_hh, z):
    s = np.linalg.svd(W_hh)[1].min()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound grows fourfold when W_hh is doubled: a step is missing at its end.",
    staff="The largest eigenvalue of W^T W without the square root: the square of the norm.",
)
def no_sqrt(W_hh, z):
    s = np.linalg.eigvalsh(W_hh.T @ W_hh).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound tells how W_hh changes volumes, not how it changes lengths.",
    staff="The determinant instead of the spectral norm.",
)
def det(W_hh, z):
    s = abs(np.linalg.det(W_hh))
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your loose bound is too large: it treats the matrix as one long vector.",
    staff="The Frobenius norm written by hand.",
)
def abs_2norm_flat(W_hh, z):
    s = np.sqrt((W_hh**2).sum())
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your tight bound can be too small to be a bound: find the unit that stretches most.",
    staff="The smallest tanh' instead of the largest.",
)
def min_derivative(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2).min() * s, s


@misconception(
    student="Your tight bound can be too small to be a bound: an average bounds nothing.",
    staff="The mean tanh' instead of the largest.",
)
def mean_derivative(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2).mean() * s, s


@misconception(
    student="Your tight bound is too large, at times above the loose one: "
    "the norm of a diagonal matrix is not that of a vector.",
    staff="The 2-norm of the vector tanh'(z) instead of its largest entry.",
)
def vector_2norm(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.linalg.norm(1 - np.tanh(z) ** 2) * s, s


@misconception(
    student="Your tight bound is too large, at times above the loose one: "
    "you use two different norms.",
    staff="The Frobenius norm of diag(tanh'(z)) instead of its spectral norm.",
)
def diag_frobenius(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.linalg.norm(np.diag(1 - np.tanh(z) ** 2)) * s, s


@misconception(
    student="Your derivative of tanh can exceed one: differentiate tanh once more on paper.",
    staff="tanh' taken as 1 - tanh: the square is forgotten.",
)
def no_square(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z)).max() * s, s


@misconception(
    student="Both your bounds are too small, by a factor of four or so: "
    "check which function sigma is.",
    staff="The logistic derivative, and its largest value 1/4 in the loose bound.",
)
def sigmoid_deriv(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    sigma = 1 / (1 + np.exp(-z))
    return (sigma * (1 - sigma)).max() * s, 0.25 * s


@misconception(
    student="Your tight bound is too small: you compute the quantity that is to be bounded.",
    staff="The norm of the Jacobian itself instead of the product of two norms.",
)
def actual_norm(W_hh, z):
    J = np.diag(1 - np.tanh(z) ** 2) @ W_hh
    return np.linalg.norm(J, 2), np.linalg.norm(W_hh, 2)


@misconception(
    student="Your tight bound is the norm of one matrix: a product of two norms is asked for.",
    staff="The norm of W diag(tanh'(z)): neither the bound nor the norm of J.",
)
def columns_norm(W_hh, z):
    return np.linalg.norm(W_hh * (1 - np.tanh(z) ** 2), 2), np.linalg.norm(W_hh, 2)


@misconception(
    student="Your first number is never below your second: compare with the order asked for.",
    staff="Returns (loose, tight).",
)
def swapped(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return s, (1 - np.tanh(z) ** 2).max() * s


@misconception(
    student="Your loose bound does not depend on W_hh: it bounds only one of two factors.",
    staff="1 for the loose bound: the bound of tanh' alone.",
)
def loose_is_1(W_hh, z):
    return (1 - np.tanh(z) ** 2).max() * np.linalg.norm(W_hh, 2), 1.0


@misconception(
    student="Your loose bound grows fourfold when W_hh is doubled: count how often W_hh acts.",
    staff="The square of the norm for the loose bound.",
)
def loose_squared(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2).max() * s, s * s


@misconception(
    student="You return one number: two are asked for.",
    staff="Returns the tight bound alone.",
)
def tight_only(W_hh, z):
    return (1 - np.tanh(z) ** 2).max() * np.linalg.norm(W_hh, 2)


@misconception(
    student="Your two bounds are always the same: the first may use what z says.",
    staff="The loose bound twice: tanh' is bounded by 1 in both.",
)
def both_loose(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return s, s


@misconception(
    student="Your tight bound is one number per unit: a single number is asked for.",
    staff="The maximum is forgotten: tanh'(z) times the norm, a vector.",
)
def tight_per_unit(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z) ** 2) * s, s


@misconception(
    student="Your tight bound changes when z changes its sign: "
    "find the place where tanh is steepest.",
    staff="tanh' at the largest z: 1 - tanh(max z)**2.",
)
def deriv_at_max_z(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(z.max()) ** 2) * s, s


@misconception(
    student="Your tight bound grows as the units saturate: look at what you take the maximum of.",
    staff="The largest |tanh(z)| instead of the largest derivative.",
)
def max_tanh(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.abs(np.tanh(z)).max() * s, s


@misconception(
    student="Your derivative of tanh is taken at the wrong point: z is a pre-activation already.",
    staff="tanh'(h) instead of tanh'(z): tanh is applied twice.",
)
def deriv_at_h(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - np.tanh(np.tanh(z)) ** 2).max() * s, s


@misconception(
    student="Your derivative of tanh turns negative for large pre-activations: "
    "check whether z is a state or a pre-activation.",
    staff="1 - z**2: takes the pre-activation for the state.",
)
def one_minus_z2(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return (1 - z**2).max() * s, s


@misconception(
    student="Your loose bound is too small, and fails for one unit: "
    "recall where NumPy starts to count.",
    staff="The second singular value: svd sorts from the largest, which has index 0.",
)
def second_singular_value(W_hh, z):
    s = np.linalg.svd(W_hh, compute_uv=False)[1]
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your bounds are a little too small and change from call to call: "
    "your iteration has not arrived yet.",
    staff="Three steps of power iteration from a random vector: not converged.",
)
def few_power_iterations(W_hh, z):
    v = np.random.standard_normal(len(z))
    for _ in range(3):
        v = W_hh.T @ (W_hh @ v)
        v = v / np.linalg.norm(v)
    s = np.linalg.norm(W_hh @ v)
    return (1 - np.tanh(z) ** 2).max() * s, s


@misconception(
    student="Your function changes the array z of its caller: work on one of your own.",
    staff="Overwrites z with tanh'(z); the values are right.",
)
def overwrites_z(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    np.tanh(z, out=z)
    z **= 2
    return (1 - z).max() * s, s


@misconception(
    student="You return names with your numbers: two plain numbers are asked for.",
    staff="A dict instead of a tuple.",
)
def named_bounds(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return {"tight": (1 - np.tanh(z) ** 2).max() * s, "loose": s}


@misconception(
    student="Your bounds are right to a few digits only: leave rounding to the reader.",
    staff="Rounds to 3 decimals.",
)
def rounded(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.round((1 - np.tanh(z) ** 2).max() * s, 3), np.round(s, 3)


@misconception(
    student="You return text: two plain numbers are asked for.",
    staff="Formats the numbers as strings.",
)
def strings(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return f"{(1 - np.tanh(z) ** 2).max() * s}", f"{s}"


@misconception(
    student="Your function shows the bounds but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    print((1 - np.tanh(z) ** 2).max() * s, s)


@misconception(
    student="Your loose bound uses another norm, and your tight bound an average: "
    "two things to look at.",
    staff="Two mistakes: the Frobenius norm, and the mean tanh'.",
)
def frobenius_mean(W_hh, z):
    s = np.linalg.norm(W_hh)
    return np.mean(1 - np.tanh(z) ** 2) * s, s


@misconception(
    student="Your second number is never above your first, and neither needs to be a bound: "
    "check the order, then what eigenvalues tell.",
    staff="Two mistakes: the spectral radius for the norm, and (loose, tight).",
)
def radius_swapped(W_hh, z):
    s = np.abs(np.linalg.eigvals(W_hh)).max()
    return s, (1 - np.tanh(z) ** 2).max() * s


@variant("The largest singular value is the spectral norm.")
def svd(W_hh, z):
    s = np.linalg.svd(W_hh)[1][0]
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("The square root of the largest eigenvalue of W^T W is the spectral norm.")
def eigvalsh_gram(W_hh, z):
    s = math.sqrt(np.linalg.eigvalsh(W_hh.T @ W_hh).max())
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("Power iteration on W^T W, run until the norm no longer changes.")
def power_iteration(W_hh, z):
    v = np.ones(len(z)) + 1e-3 * np.arange(len(z))
    s = np.linalg.norm(W_hh @ v) / np.linalg.norm(v)
    for _ in range(100_000):
        if s == 0:
            break
        v = W_hh.T @ (W_hh @ v)
        v = v / np.linalg.norm(v)
        before, s = s, np.linalg.norm(W_hh @ v)
        if abs(s - before) <= 1e-15 * s:
            break
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("The spectral norm of a diagonal matrix is its largest absolute entry.")
def diag_norm2(W_hh, z):
    s = np.linalg.norm(W_hh, 2)
    return np.linalg.norm(np.diag(1 - np.tanh(z) ** 2), 2) * s, s


@variant("tanh' is largest at the smallest |z|.")
def min_abs_z(W_hh, z):
    s = np.linalg.norm(W_hh, ord=2)
    return (1 - np.tanh(np.abs(z).min()) ** 2) * s, s


@variant("Plus and minus the singular values are the eigenvalues of [[0, W], [W^T, 0]].")
def block_eigenvalues(W_hh, z):
    zero = np.zeros_like(W_hh)
    s = np.linalg.eigvalsh(np.block([[zero, W_hh], [W_hh.T, zero]])).max()
    return (1 - np.tanh(z) ** 2).max() * s, s


@variant("An array of two numbers is a sequence of two numbers.")
def array_of_two(W_hh, z):
    tightest = max(1 - math.tanh(a) ** 2 for a in z)
    return np.linalg.norm(W_hh, 2) * np.array([tightest, 1.0])


@variant("Lists and arrays of one element are numbers too.")
def arrays_of_one(W_hh, z):
    s = np.linalg.norm(W_hh.T, 2, keepdims=True)
    return [s[0] * np.max(1 / np.cosh(z) ** 2), s]


@variant("Single precision is within the tolerance of one step.")
def float32(W_hh, z):
    s = np.linalg.norm(W_hh.astype(np.float32), 2)
    return (1 - np.tanh(z.astype(np.float32)) ** 2).max() * s, s


@variant("The largest eigenvalue of W W^T is its spectral norm, the square of that of W.")
def root_of_gram_norm(W_hh, z):
    s = np.sqrt(np.linalg.norm(W_hh @ W_hh.T, 2))
    return np.sort(s - s * np.tanh(z) ** 2)[-1], s
