"""Random numbers for the bound g_norm (gamma rho)^L, drawn beside a network whose n is L.

They have two or three digits, so that a person can read them; no two of their mistakes agree.
"""

from collections.abc import Iterator

import numpy as np

from graders.exam import Exam

GAMMAS = (0.25, 1.0, 0.6)
"""Of the logistic function, of tanh, and of some other activation."""


def sizes(
    exam: Exam,
    count: int,
    steps: tuple[int, int] = (2, 12),
    ratios: tuple[float, float] = (0.3, 3.0),
) -> Iterator[tuple[float, float, float, int]]:
    """`count` times g_norm, far from 1, gamma and rho, with gamma rho in `ratios`, and L."""
    rng = exam.generator()
    for k, rnn in enumerate(exam.rnns("gauss1", count=count, n=steps)):
        g_norm = _rounded(10.0 ** (rng.uniform(0.5, 2.0) * rng.choice([-1, 1])), 2)
        gamma = GAMMAS[k % len(GAMMAS)]
        ratio = np.exp(rng.uniform(*np.log(ratios)))
        yield g_norm, gamma, _rounded(ratio / gamma, 3), rnn.n


def thresholds(
    exam: Exam, count: int, steps: tuple[int, int], ratios: tuple[float, float]
) -> Iterator[tuple[float, float, float, float]]:
    """`count` times g_norm, gamma, rho and the eps that the bound first is below after L steps.

    eps lies about halfway between two windows: no rounding moves the answer.
    """
    rng = exam.generator()
    for g_norm, gamma, rho, L in sizes(exam, count, steps, ratios):
        log10_eps = np.log10(g_norm) + (L - rng.uniform(0.3, 0.7)) * np.log10(gamma * rho)
        yield g_norm, gamma, rho, _rounded(10.0**log10_eps, 2 if max(ratios) < 0.96 else 6)


def _rounded(number: float, digits: int) -> float:
    """The number with so many digits after its first."""
    return float(f"{number:.{digits}e}")
