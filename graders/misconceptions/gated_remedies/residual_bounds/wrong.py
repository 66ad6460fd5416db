"""What students get wrong."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="One of your bounds is negative: no singular value is.",
    staff="1 − e is not cut off at 0.",
)
def negative(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return 1 - e, 1 + e


@misconception(
    student="Your lower bound grows again when the weights are large: think of how near to zero a "
    "singular value may come then.",
    staff="|1 − e| for max(0, 1 − e).",
)
def distance(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return abs(1 - e), 1 + e


@misconception(
    student="You return the upper bound first: compare with the docstring.",
    staff="(hi, lo).",
)
def upper_first(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return 1 + e, max(0.0, 1 - e)


@misconception(
    student="Your bounds do not depend on z: they can be tighter.",
    staff="e = ‖W_hh‖₂: the loose bound.",
)
def no_slope(W_hh, z):
    e = np.linalg.norm(W_hh, 2)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="Your matrix norm is too large for matrices that stretch several directions: check "
    "which norm is meant.",
    staff="The Frobenius norm.",
)
def frobenius(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="Your bounds are wrong for matrices whose eigenvalues are small and whose norm is "
    "large.",
    staff="The spectral radius for the spectral norm.",
)
def radius(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.abs(np.linalg.eigvals(W_hh)).max()
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="You use the norm of the product: what is asked for is its bound by two separate "
    "norms.",
    staff="e = ‖diag(tanh'(z)) W_hh‖₂, which is tighter than what is asked for.",
)
def exact_norm(W_hh, z):
    e = np.linalg.norm((1 - np.tanh(z) ** 2)[:, None] * W_hh, 2)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="You return singular values: what is asked for are bounds for them.",
    staff="The least and the largest singular value themselves.",
)
def singular_values(W_hh, z):
    s = np.linalg.svd(np.eye(len(z)) + (1 - np.tanh(z) ** 2)[:, None] * W_hh)[1]
    return s[-1], s[0]


@misconception(
    student="Your bounds hold for the flattest unit only: find out which unit is the worst case.",
    staff="The least tanh' for the largest.",
)
def least_slope(W_hh, z):
    e = np.min(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="Your bounds hold on average only: find out which unit is the worst case.",
    staff="The mean tanh' for the largest.",
)
def mean_slope(W_hh, z):
    e = np.mean(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="The largest pre-activation does not have the largest slope.",
    staff="tanh'(max z).",
)
def slope_at_largest(W_hh, z):
    e = (1 - np.tanh(z.max()) ** 2) * np.linalg.norm(W_hh, 2)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="Your matrix norm does not see how entries add up.",
    staff="The largest entry of |W_hh|.",
)
def largest_entry(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.abs(W_hh).max()
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="Your matrix norm is another one: check which is meant.",
    staff="The largest row sum.",
)
def row_sums(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, np.inf)
    return max(0.0, 1 - e), 1 + e


@misconception(
    student="Your bounds are those of a network without the by-pass.",
    staff="(0, e).",
)
def plain_network(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return 0.0, e


@misconception(
    student="You return how far singular values may be from one: the bounds follow from that.",
    staff="(e, e).",
)
def distance_only(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return e, e


@misconception(
    student="You return one number: two are asked for.",
    staff="e alone.",
)
def distance_alone(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return e


@misconception(
    student="Your upper bound never exceeds one: a step with a by-pass can stretch.",
    staff="min(1, …): a skip connection taken for an isometry at most.",
)
def never_above_one(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    return max(0.0, 1 - e), 1.0


@misconception(
    student="Your function changes the matrix of its caller: work on a copy.",
    staff="W_hh is overwritten; the values are right.",
)
def weights_in_place(W_hh, z):
    e = np.max(1 - np.tanh(z) ** 2) * np.linalg.norm(W_hh, 2)
    W_hh *= 0
    return max(0.0, 1 - e), 1 + e
