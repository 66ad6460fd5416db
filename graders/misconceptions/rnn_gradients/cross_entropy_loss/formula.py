"""Another sign, base or average: near the right formula."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your loss is never positive: check the sign of the logarithm of a probability.",
    staff="The minus sign is forgotten.",
)
def no_minus(y, p):
    return np.log(p[np.argmax(y)])


@misconception(
    student="Your loss is too small, always by the same factor: check the base of your logarithm.",
    staff="Logarithm to base 10 instead of the natural one.",
)
def log10(y, p):
    return -np.log10(p[np.argmax(y)])


@misconception(
    student="Your loss is too large, always by the same factor: check the base of your logarithm.",
    staff="Logarithm to base 2 instead of the natural one: the loss is in bits.",
)
def log2(y, p):
    return -np.log2(p[np.argmax(y)])


@misconception(
    student="Your loss shrinks when classes are added: compare your average with the definition.",
    staff="The loss is divided by the number of classes, as when np.mean stands for np.sum.",
)
def mean_over_classes(y, p):
    return -np.mean(y * np.log(np.where(y > 0, p, 1)))


@misconception(
    student="You return one number per class: the loss is a single number.",
    staff="Not summed: returns the vector of the terms.",
)
def vector(y, p):
    return -y * np.log(np.where(y > 0, p, 1))


@misconception(
    student="Your answer grows with the probability of the true class: "
    "one step of the definition is missing.",
    staff="Returns p[c]: the logarithm is forgotten.",
)
def probability(y, p):
    return p[np.argmax(y)]


@same_as(probability)
def dot_without_log(y, p):
    return np.dot(y, p)


@misconception(
    student="Your answer lies between minus one and zero: one step of the definition is missing.",
    staff="Returns -p[c]: the logarithm is forgotten, as if p held logarithms already (PyTorch's "
    "NLLLoss expects those).",
)
def minus_probability(y, p):
    return -np.sum(y * p)


@misconception(
    student="Your loss never exceeds one: the loss of a confident mistake should be far larger.",
    staff="Returns 1 - p[c], the first-order approximation of the loss near p[c] = 1.",
)
def one_minus_p(y, p):
    return 1 - p[np.argmax(y)]


@misconception(
    student="Your answer is one for a certain and right prediction, and never less: "
    "compare with what the question says of that case.",
    staff="Returns exp(loss) = 1 / p[c], the perplexity.",
)
def perplexity(y, p):
    return 1 / p[np.argmax(y)]


@misconception(
    student="Your loss is never positive, and not zero for a certain and right prediction: "
    "check what you take the logarithm of.",
    staff="-log(1 + p[c]), as from np.log1p.",
)
def log1p_of_p(y, p):
    return -np.log1p(p[np.argmax(y)])
