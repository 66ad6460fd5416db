"""Answers to `cross_entropy_loss(y, p)`: minus the natural logarithm of the true probability."""

import math

import numpy as np

from graders.misconceptions import misconception, variant


@misconception(
    student="Your loss is never positive: check the sign of the logarithm of a probability.",
    staff="The minus sign is forgotten.",
)
def no_minus(y, p):
    return np.log(p[np.argmax(y)])


@misconception(
    student="Your loss is the right one times a constant: check the base of your logarithm.",
    staff="Logarithm to base 10 instead of the natural one.",
)
def log10(y, p):
    return -np.log10(p[np.argmax(y)])


@misconception(
    student="Your loss is the right one times a constant: check the base of your logarithm.",
    staff="Logarithm to base 2 instead of the natural one: the loss is in bits.",
)
def log2(y, p):
    return -np.log2(p[np.argmax(y)])


@misconception(
    student="Your loss shrinks when classes are added: compare your average with the definition.",
    staff="np.mean for np.sum: the loss is divided by the number of classes.",
)
def mean_over_classes(y, p):
    return -np.mean(y * np.log(np.where(y > 0, p, 1)))


@misconception(
    student="Your loss is not a number when a wrong class has probability zero: "
    "ask which classes should take part at all.",
    staff="The literal sum: a wrong class at 0 contributes 0 * (-inf) = nan.",
)
def literal_dot(y, p):
    return -np.dot(y, np.log(p))


@misconception(
    student="Your loss is off for small probabilities: the definition has no small constant in it.",
    staff="Adds 1e-8 inside the logarithm, which bounds the loss at 18.4.",
)
def eps_1e_8(y, p):
    return -np.sum(y * np.log(p + 1e-8))


@misconception(
    student="Your loss is off for small probabilities: the definition has no small constant in it.",
    staff="Adds 1e-12 inside the logarithm, which bounds the loss at 27.6.",
)
def eps_1e_12(y, p):
    return -np.sum(y * np.log(p + 1e-12))


@misconception(
    student="Your loss is off for tiny probabilities: the definition has no small constant in it.",
    staff="Adds 1e-15 inside the logarithm, which bounds the loss at 34.5.",
)
def eps_1e_15(y, p):
    return -np.sum(y * np.log(p + 1e-15))


@misconception(
    student="Your loss stops growing for tiny probabilities: the definition does not clip.",
    staff="Clips p to [1e-12, 1], which bounds the loss at 27.6.",
)
def clip_1e_12(y, p):
    p = np.clip(p, 1e-12, 1.0)
    return -np.sum(y * np.log(p))


@misconception(
    student="Every class contributes to your loss: look for y in your formula.",
    staff="y is forgotten: minus the sum of all log-probabilities.",
)
def all_classes(y, p):
    return -np.sum(np.log(p))


@misconception(
    student="Your answer does not depend on the label: it measures how spread out p is.",
    staff="p for y: the entropy of p instead of the cross-entropy.",
)
def entropy(y, p):
    return -np.sum(p * np.log(np.where(p > 0, p, 1)))


@misconception(
    student="The wrong classes contribute to your loss: this problem has one label, "
    "not a yes or no for each class.",
    staff="Binary cross-entropy, summed over the classes.",
)
def binary_ce(y, p):
    q = np.clip(p, 1e-300, 1 - 1e-16)
    return -np.sum(y * np.log(q) + (1 - y) * np.log(1 - q))


@misconception(
    student="Your loss is not zero for a certain and right prediction: "
    "check whether p holds probabilities or scores.",
    staff="Treats p as logits and applies a softmax once more, as PyTorch's CrossEntropyLoss does.",
)
def softmax_of_p(y, p):
    q = np.exp(p) / np.exp(p).sum()
    return -np.log(q[np.argmax(y)])


@misconception(
    student="Your loss picks its entries of p with the label vector itself: "
    "check what y holds, an index or a marker for each class.",
    staff="Indexes p with the one-hot vector: sums -log p[0] and -log p[1] over and over.",
)
def y_as_index(y, p):
    return -np.log(p[np.asarray(y, int)]).sum()


@misconception(
    student="Your loss only ever looks at the first entries of p: check which entry of y you read.",
    staff="Takes y[0] (0 or 1) for the index of the true class.",
)
def y0_as_index(y, p):
    return -np.log(p[int(y[0])])


@misconception(
    student="Your loss does not depend on the label: it follows the class that was predicted.",
    staff="Uses the largest probability (the predicted class) instead of that of the true class.",
)
def argmax_p(y, p):
    return -np.log(np.max(p))


@misconception(
    student="You return one number per class: the loss is a single number.",
    staff="Not summed: returns the vector of the terms.",
)
def vector(y, p):
    return -y * np.log(np.where(y > 0, p, 1))


@misconception(
    student="Your loss never exceeds one: the loss of a confident mistake should be far larger.",
    staff="Returns 1 - p[c], the first-order approximation of the loss near p[c] = 1.",
)
def one_minus_p(y, p):
    return 1 - p[np.argmax(y)]


@misconception(
    student="Your answer is a sum of squares: this question asks for another loss.",
    staff="Squared error (Brier score) instead of cross-entropy.",
)
def squared_error(y, p):
    return np.sum((y - p) ** 2)


@misconception(
    student="Your loss is not zero for a certain and right prediction: "
    "check what the function that you call adds to its argument.",
    staff="np.log1p computes log(1 + p), not log(p).",
)
def log1p_of_p(y, p):
    return -np.log1p(p[np.argmax(y)])


@misconception(
    student="Your loss is zero for the worst prediction of all: "
    "think about the limit of the loss as the true class becomes impossible.",
    staff="Guards log(0) by returning 0 instead of inf.",
)
def inf_to_zero(y, p):
    c = np.argmax(y)
    if p[c] == 0:
        return 0.0
    return -np.log(p[c])


@misconception(
    student="Your loss is zero for the worst prediction of all: "
    "think about the limit of the loss as the true class becomes impossible.",
    staff="Swallows the error of math.log(0) and returns 0 instead of inf.",
)
def error_to_zero(y, p):
    try:
        return -math.log(p[np.argmax(y)])
    except ValueError:
        return 0.0


@misconception(
    student="Your function raises an error when the true class has probability zero: "
    "the loss has a value there.",
    staff="math.log(0) raises ValueError, where the loss should be inf.",
)
def math_log_of_zero(y, p):
    return -math.log(p[np.argmax(y)])


@misconception(
    student="Your loss is finite when the true class is impossible: "
    "replacing awkward values hides what the formula says there.",
    staff="np.nan_to_num turns inf into 1.8e308.",
)
def nan_to_num(y, p):
    c = np.argmax(y)
    return np.nan_to_num(-np.log(p[c]))


@misconception(
    student="Your answer lies between zero and one: one step of the definition is missing.",
    staff="Returns p[c]: the logarithm is forgotten.",
)
def probability(y, p):
    return p[np.argmax(y)]


@misconception(
    student="Your answer is one for a certain and right prediction, and never less: "
    "you went one step too far.",
    staff="Returns exp(loss) = 1 / p[c], the perplexity.",
)
def perplexity(y, p):
    return 1 / p[np.argmax(y)]


@misconception(
    student="Your formula takes the logarithm of the label: check which of the two is predicted.",
    staff="y and p exchanged: -sum(p * log(y)), infinite or nan nearly everywhere.",
)
def y_p_swapped(y, p):
    return -np.sum(p * np.log(y))


@misconception(
    student="Your loss belongs to the class next to the true one: recall where NumPy starts to "
    "count.",
    staff="Shifts the index of the true class by one, as if classes were counted from 1.",
)
def one_based(y, p):
    return -np.log(p[np.argmax(y) - 1])


@misconception(
    student="Your loop stops at the first class, whatever it is: look at what is indented.",
    staff="The last return is inside the loop: right only for c = 0, otherwise 0.",
)
def returns_too_early(y, p):
    for c in range(len(y)):
        if y[c] == 1:
            return -np.log(p[c])
        return 0.0


@misconception(
    student="Your function knows two classes only: try it with one class and with five.",
    staff="Hard-codes two classes.",
)
def two_classes(y, p):
    if y[0] == 1:
        return -np.log(p[0])
    return -np.log(p[1])


@misconception(
    student="Your loss is not zero for a certain and right prediction: "
    "the labels are used as they are.",
    staff="Label smoothing of 10 %: mixes the uniform distribution into y.",
)
def label_smoothing(y, p):
    smooth = 0.9 * y + 0.1 / len(y)
    return -np.sum(smooth * np.log(p + 1e-300))


@misconception(
    student="Your function changes the array p of its caller, and its values: "
    "work with what you are given.",
    staff="Adds 1e-9 to p in place and renormalises it.",
)
def renormalises_in_place(y, p):
    p += 1e-9
    p /= p.sum()
    return -np.log(p[np.argmax(y)])


@misconception(
    student="Your loss is off for very small probabilities: check the precision you compute in.",
    staff="Casts p to float32, where 1e-300 is 0 and the loss becomes inf.",
)
def float32(y, p):
    p = p.astype(np.float32)
    return -np.log(p[np.argmax(y)])


@misconception(
    student="Your loss is right to a few digits only: leave rounding to the reader.",
    staff="Rounds the loss to 3 decimals.",
)
def rounded(y, p):
    return np.round(-np.log(p[np.argmax(y)]), 3)


@misconception(
    student="Your function shows the loss but hands nothing back.",
    staff="Prints instead of returning: the result is None.",
)
def prints(y, p):
    print(-np.log(p[np.argmax(y)]))


@misconception(
    student="Your loss shrinks when classes are added, and is off for small probabilities: "
    "compare each part of your formula with the definition.",
    staff="Two mistakes: np.mean for np.sum, and 1e-12 inside the logarithm.",
)
def mean_and_eps(y, p):
    return -np.mean(y * np.log(p + 1e-12))


@misconception(
    student="Your loss is never positive and off by a constant factor: check sign and base.",
    staff="Two mistakes: the minus sign is forgotten, and the logarithm is to base 10.",
)
def no_minus_log10(y, p):
    return np.log10(p[np.argmax(y)])


@variant("For a one-hot y the inner product of y and p is p[c].")
def log_of_dot(y, p):
    return -np.log(np.dot(y, p))


@variant("A mask with one True gives an array of one element, which is a number.")
def boolean_mask(y, p):
    return -np.log(p[y == 1])


@variant("The sum over the classes with y > 0 has one term.")
def masked_sum(y, p):
    true = y > 0
    return -np.sum(y[true] * np.log(p[true]))


@variant("The logarithm is taken where y > 0 and is 0 elsewhere.")
def where_arg(y, p):
    return -np.sum(np.log(p, where=y > 0, out=np.zeros_like(p)))


@variant("Bits times ln 2 are nats.")
def log2_times_ln2(y, p):
    return -np.log2(p[np.argmax(y)]) * np.log(2)


@variant("Classes with y = 0 contribute exactly 0, whatever p is.")
def xlogy_like(y, p):
    log_p = np.log(np.where(y == 0, 1.0, p))
    return -np.sum(np.where(y == 0, 0.0, y * log_p))


@variant("nansum drops the terms 0 * (-inf) of the wrong classes and keeps 1 * (-inf).")
def nansum(y, p):
    return -np.nansum(y * np.log(p))


@variant("A loop over the classes, with the limit at zero written out.")
def loop(y, p):
    loss = 0.0
    for c in range(len(y)):
        if y[c] == 1:
            loss = -math.log(p[c]) if p[c] > 0 else math.inf
    return loss


@variant("The logarithm of a probability is never positive, so its absolute value is the loss.")
def absolute_value(y, p):
    return abs(np.log(p[list(y).index(1)]))


@variant("Minus the logarithm is the logarithm of the inverse.")
def log_of_inverse(y, p):
    return np.log(1 / p[np.argmax(y)])


@variant("The likelihood of a one-hot label is the product of p to the power y, with 0 ** 0 = 1.")
def likelihood(y, p):
    return -np.log(np.prod(p**y))


@variant("An array without axes is a number, in extended precision too.")
def longdouble(y, p):
    return np.array(-np.log(p.astype(np.longdouble)[np.argmax(y)]))


@variant("All classes but the true one are set to infinity, and the smallest is taken.")
def smallest_of_masked(y, p):
    return np.min(np.where(y == 1, -np.log(p), np.inf))
