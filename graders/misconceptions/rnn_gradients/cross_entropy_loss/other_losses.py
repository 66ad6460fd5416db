"""Losses of other problems."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your answer does not depend on the label: it measures how spread out p is.",
    staff="p for y: the entropy of p instead of the cross-entropy.",
)
def entropy(y, p):
    return -np.sum(p * np.log(np.where(p > 0, p, 1)))


@misconception(
    student="The wrong classes contribute to your loss: this problem has one label, "
    "not a yes or no for each class.",
    staff="Binary cross-entropy, summed over the classes, with p kept away from 0 and 1.",
)
def binary_ce(y, p):
    q = np.clip(p, 1e-300, 1 - 1e-16)
    return -np.sum(y * np.log(q) + (1 - y) * np.log(1 - q))


@misconception(
    student="The wrong classes contribute to your loss, and one whose probability is zero makes "
    "it no number at all: this problem has one label, not a yes or no for each class.",
    staff="Binary cross-entropy, summed over the classes; 0 * log(0) = nan.",
)
def binary_ce_literal(y, p):
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    student="Your loss is an average over classes that asks a yes or no of each: "
    "this problem has one label.",
    staff="Binary cross-entropy, averaged over the classes; 0 * log(0) = nan.",
)
def mean_binary_ce(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    student="Your loss is not zero for a certain and right prediction: "
    "check whether p holds probabilities or scores.",
    staff="Treats p as logits and applies a softmax once more, as PyTorch's CrossEntropyLoss does.",
)
def softmax_of_p(y, p):
    q = np.exp(p) / np.exp(p).sum()
    return -np.log(q[np.argmax(y)])


@misconception(
    student="Your answer is a sum of squares: this question asks for another loss.",
    staff="Squared error (Brier score) instead of cross-entropy.",
)
def squared_error(y, p):
    return np.sum((y - p) ** 2)


@misconception(
    student="Your answer is an average of squares: this question asks for another loss.",
    staff="Mean squared error instead of cross-entropy.",
)
def mean_squared_error(y, p):
    return np.mean((y - p) ** 2)
