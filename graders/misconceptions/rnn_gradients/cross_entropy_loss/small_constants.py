"""Probabilities kept away from zero by a small constant."""

import numpy as np

from graders.misconceptions import misconception


@misconception(
    student="Your loss never grows beyond nineteen: the definition has no small constant in it.",
    staff="Adds 1e-8 inside the logarithm, which bounds the loss at 18.4.",
)
def eps_1e_8(y, p):
    return -np.sum(y * np.log(p + 1e-8))


@misconception(
    student="Your loss never grows beyond twenty-one: the definition has no small constant in it.",
    staff="Adds 1e-9 inside the logarithm, which bounds the loss at 20.7.",
)
def eps_1e_9(y, p):
    return -np.sum(y * np.log(p + 1e-9))


@misconception(
    student="Your loss never grows beyond twenty-four: the definition has no small constant in it.",
    staff="Adds 1e-10 inside the logarithm, which bounds the loss at 23.0.",
)
def eps_1e_10(y, p):
    return -np.sum(y * np.log(p + 1e-10))


@misconception(
    student="Your loss never grows beyond twenty-eight: the definition has no small constant in "
    "it.",
    staff="Adds 1e-12 inside the logarithm, which bounds the loss at 27.6.",
)
def eps_1e_12(y, p):
    return -np.sum(y * np.log(p + 1e-12))


@misconception(
    student="Your loss never grows beyond thirty-five: the definition has no small constant in it.",
    staff="Adds 1e-15 inside the logarithm, which bounds the loss at 34.5.",
)
def eps_1e_15(y, p):
    return -np.sum(y * np.log(p + 1e-15))


@misconception(
    student="Your loss never grows beyond thirty-seven: the definition has no small constant in "
    "it.",
    staff="Adds 2.2e-16 (np.finfo(float).eps) inside the logarithm, which bounds the loss at 36.0.",
)
def eps_of_the_machine(y, p):
    return -np.sum(y * np.log(p + np.finfo(float).eps))


@misconception(
    student="Your loss stops growing for tiny probabilities, at about sixteen: "
    "the definition does not clip.",
    staff="Clips p to at least 1e-7 (Keras's epsilon), which bounds the loss at 16.1.",
)
def clip_1e_7(y, p):
    q = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.sum(y * np.log(q))


@misconception(
    student="Your loss stops growing for tiny probabilities, at about twenty-eight: "
    "the definition does not clip.",
    staff="Clips p to at least 1e-12, which bounds the loss at 27.6.",
)
def clip_1e_12(y, p):
    p = np.clip(p, 1e-12, 1.0)
    return -np.sum(y * np.log(p))


@misconception(
    student="Your loss stops growing for tiny probabilities, at about thirty-five: "
    "the definition does not clip.",
    staff="Clips p to at least 1e-15, which bounds the loss at 34.5.",
)
def clip_1e_15(y, p):
    return -np.log(np.maximum(p[np.argmax(y)], 1e-15))
