"""Not random, random in too few entries, or random by something else than rng."""

import numpy as np

from graders.misconceptions import misconception, same_as


@misconception(
    student="Your matrix is not random.",
    staff="gain I.",
)
def identity(d, rng, gain=1.0):
    return gain * np.eye(d)


@misconception(
    student="Your matrix is the same whatever generator you are given: take the random numbers "
    "from it.",
    staff="A generator of its own, with a fixed seed.",
)
def fixed_seed(d, rng, gain=1.0):
    Q, R = np.linalg.qr(np.random.default_rng(0).standard_normal((d, d)))
    return gain * Q


@misconception(
    student="Your matrix is another one each time, even for the same generator: take the random "
    "numbers from it.",
    staff="A generator of its own, without a seed.",
)
def own_generator(d, rng, gain=1.0):
    Q, R = np.linalg.qr(np.random.default_rng().standard_normal((d, d)))
    return gain * Q


@misconception(
    student="Your matrix is another one each time, even for the same generator: take all random "
    "numbers from it.",
    staff="np.random.standard_normal: the generator that all code shares.",
)
def shared_generator(d, rng, gain=1.0):
    Q, R = np.linalg.qr(np.random.standard_normal((d, d)))
    return gain * Q


@misconception(
    student="Your function changes the random numbers of all other code: use the generator that "
    "you are given directly.",
    staff="Seeds np.random from rng, and draws from there.",
)
def seeds_the_shared(d, rng, gain=1.0):
    np.random.seed(rng.integers(2**31))
    Q, R = np.linalg.qr(np.random.standard_normal((d, d)))
    return gain * Q


@misconception(
    student="Your matrix is the same whatever generator you are given, and the random numbers of "
    "all other code are changed.",
    staff="np.random.seed(0).",
)
def seeds_with_zero(d, rng, gain=1.0):
    np.random.seed(0)
    Q, R = np.linalg.qr(np.random.standard_normal((d, d)))
    return gain * Q


@misconception(
    student="Part of your matrix is another one each time, even for the same generator.",
    staff="Signs from np.random.",
)
def shared_signs(d, rng, gain=1.0):
    Q, R = np.linalg.qr(rng.standard_normal((d, d)))
    return gain * Q * np.random.choice([-1.0, 1.0], d)


@misconception(
    student="Your matrix is diagonal: only signs are random in it.",
    staff="A diagonal of random signs.",
)
def random_signs(d, rng, gain=1.0):
    return gain * np.diag(rng.choice([-1.0, 1.0], d))


@misconception(
    student="Your matrix only exchanges units: most of its entries are always zero.",
    staff="A random permutation.",
)
def permutation(d, rng, gain=1.0):
    return gain * np.eye(d)[rng.permutation(d)]


@misconception(
    student="Your matrix turns two units only and leaves all others as they are.",
    staff="A random rotation of the first two units.",
)
def one_rotation(d, rng, gain=1.0):
    Q = np.eye(d)
    if d > 1:
        a = rng.uniform(0, 2 * np.pi)
        Q[:2, :2] = [[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]
    return gain * Q


@same_as(identity)
def triangle_first(d, rng, gain=1.0):
    Q, R = np.linalg.qr(np.triu(rng.standard_normal((d, d))))
    return gain * Q
