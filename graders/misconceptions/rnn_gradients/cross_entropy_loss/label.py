"""The label read wrongly, or not at all."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Every class contributes to your loss: look for y in your formula.",
    staff="y is forgotten: minus the sum of all log-probabilities.",
)
def all_classes(y, p):
    return -np.sum(np.log(p))


@misconception(
    student="Your loss does not depend on the label: it follows the class that was predicted.",
    staff="Uses the largest probability (the predicted class) instead of that of the true class.",
)
def argmax_p(y, p):
    return -np.log(np.max(p))


@misconception(
    student="Your loss picks its entries of p with the label vector itself: "
    "check what y holds, an index or a marker for each class.",
    staff="Indexes p with the one-hot vector: sums -log p[0] and -log p[1] over and over.",
)
def y_as_index(y, p):
    return -np.log(p[np.asarray(y, int)]).sum()


@misconception(
    student="Your loss only ever looks at the first entries of p: "
    "check how the label chooses among them.",
    staff="-log(p[0]) for every c > 0, as when y[0] (0 or 1) is taken for the index of the true "
    "class.",
)
def y0_as_index(y, p):
    return -np.log(p[int(y[0])])


@misconception(
    student="Your loss belongs to the class next to the true one: recall where NumPy starts to "
    "count.",
    staff="Shifts the index of the true class by one, as if classes were counted from 1.",
)
def one_based(y, p):
    return -np.log(p[np.argmax(y) - 1])


@misconception(
    student="Your loss looks at the first class alone: "
    "check what ends your loop, or over which classes you sum.",
    staff="-y[0] * log(p[0]), as when the return is inside the loop: 0 for c > 0, or nan.",
)
def returns_too_early(y, p):
    loss = 0.0
    for c in range(len(y)):
        loss -= y[c] * np.log(p[c])
        return loss


@misconception(
    student="Your loss looks at the first two classes at most: try it with five.",
    staff="Hard-codes two classes: -log(p[1]) for every c > 0.",
)
def two_classes(y, p):
    if y[0] == 1:
        return -np.log(p[0])
    return -np.log(p[1])


@misconception(
    student="Your loss is infinite, or no number at all, for ordinary predictions: "
    "check of which of the two you take the logarithm.",
    staff="y and p exchanged: -sum(p * log(y)), infinite or nan nearly everywhere.",
)
def y_p_swapped(y, p):
    return -np.sum(p * np.log(y))


@misconception(
    student="Your loss is not zero for a certain and right prediction: "
    "the labels are used as they are.",
    staff="Label smoothing of 10 %: mixes the uniform distribution into y.",
)
def label_smoothing(y, p):
    smooth = 0.9 * y + 0.1 / len(y)
    return -np.sum(smooth * np.log(p + 1e-300))
