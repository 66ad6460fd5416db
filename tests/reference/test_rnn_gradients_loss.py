"""The loss: by fifty digits, through softmax by automatic differentiation, and its identities.

ln is right to 2 u of itself, u = 2⁻⁵³.
"""

from types import SimpleNamespace

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mpmath import MPContext

from reference.rnn_gradients import cross_entropy_loss

pytestmark = pytest.mark.filterwarnings("error")

U = 2.0**-53
STEP = 1e-6  # of central differences, whose error the graders' 1e-6 covers a hundred times

fifty = MPContext()
fifty.dps = 50
every = settings(derandomize=True, deadline=None, max_examples=100)


@st.composite
def predictions(draw):
    """A label y (k,), probabilities p (k,), the true class c: k in 1..6, p[c] from all to none."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    k = draw(st.integers(1, 6))
    c = int(rng.integers(k))
    p = rng.dirichlet(np.full(k, draw(st.sampled_from([0.3, 1.0, 5.0]))))
    share = draw(st.sampled_from([None, 0.0, 1e-30, 1e-14, 0.5, 1.0])) if k > 1 else 1.0
    if share is not None:
        p[c] = 0.0
        assume(p.sum() > 0 or share == 1.0)
        p *= (1 - share) / (p.sum() or 1.0)
        p[c] = share
    return SimpleNamespace(k=k, c=c, y=np.eye(k)[c], p=p, rng=rng)


@pytest.mark.parametrize("p", [5e-324, 1e-300, 1e-14, 0.1, 0.5, 0.75, 1 - 1e-9, 1 - 2**-53])
def test_the_loss_is_minus_ln_p_to_the_last_digit(p):
    exact = -fifty.log(fifty.mpf(p))

    assert abs(fifty.mpf(cross_entropy_loss([0, 1], [1 - p, p])) - exact) <= 2 * U * exact


def loss_of(logits, y):
    return anp.log(anp.sum(anp.exp(logits))) - anp.sum(y * logits)


@pytest.mark.parametrize("seed", range(40))
def test_the_loss_and_its_slope_agree_with_automatic_differentiation_through_softmax(seed):
    rng = np.random.default_rng(seed)
    k = 2 + seed % 5
    logits, y = rng.normal(size=k), np.eye(k)[rng.integers(k)]
    direction = rng.normal(size=k)

    def loss(logits):
        return cross_entropy_loss(y, np.exp(logits) / np.exp(logits).sum())

    slope = (loss(logits + STEP * direction) - loss(logits - STEP * direction)) / (2 * STEP)

    assert loss(logits) == pytest.approx(loss_of(logits, y), rel=0, abs=(k + 10) * 4 * U)
    assert slope == pytest.approx(grad(loss_of)(logits, y) @ direction, rel=0, abs=1e-6)


@given(predictions())
@every
def test_a_loss_is_zero_for_certainty_infinite_for_the_excluded_and_positive_else(a):
    loss = cross_entropy_loss(a.y, a.p)

    assert loss >= 0
    assert (loss == 0) == (a.p[a.c] == 1)
    assert (loss == np.inf) == (a.p[a.c] == 0)


@given(predictions())
@every
def test_the_losses_of_all_classes_give_the_probabilities_back(a):
    """exp(−loss) magnifies an error of 2 u |loss| by p: 2 u p |ln p| <= 2 u / e a class."""
    losses = [cross_entropy_loss(y, a.p) for y in np.eye(a.k)]

    assert abs(np.exp(np.negative(losses)).sum() - a.p.sum()) <= 4 * a.k * U


@given(predictions())
@every
def test_the_order_of_the_classes_does_not_matter(a):
    order = a.rng.permutation(a.k)

    assert cross_entropy_loss(a.y[order], a.p[order]) == cross_entropy_loss(a.y, a.p)


@given(predictions())
@every
def test_the_loss_ignores_how_the_wrong_classes_share_the_rest(a):
    spread = a.p.copy()
    wrong = np.flatnonzero(a.y == 0)
    spread[wrong] = 0.0
    if wrong.size:
        spread[a.rng.choice(wrong)] = min(a.p[wrong].sum(), 1.0)

    assert cross_entropy_loss(a.y, spread) == cross_entropy_loss(a.y, a.p)


@given(predictions(), predictions())
@every
def test_the_loss_of_independent_predictions_is_the_sum(a, b):
    together = cross_entropy_loss(np.outer(a.y, b.y).ravel(), np.outer(a.p, b.p).ravel())
    apart = cross_entropy_loss(a.y, a.p) + cross_entropy_loss(b.y, b.p)

    assert together == pytest.approx(apart, rel=4 * U, abs=4 * U)
