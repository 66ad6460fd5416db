"""What confinement costs is told in figures; which figures is for the machine to say."""

import pytest

from graders.sandbox import cost


def test_a_pair_is_two_lives(zygote):
    lives = list(cost.pairs(zygote, 2))

    assert len(lives) == 2
    assert all(confined > 0 and free > 0 for confined, free in lives)


@pytest.mark.parametrize(("extra", "verdict"), [(4.0, "within"), (10.5, "ABOVE")])
def test_what_is_more_in_each_pair_is_held_against_the_target(extra, verdict):
    told = cost.report([(free + extra, float(free)) for free in range(20, 61)])

    assert told.splitlines()[1].split()[:2] == ["confined", f"{40 + extra:.2f}"]
    assert f"extra, in a pair {extra:14.2f}" in told
    assert f"is {verdict} the target of 10 ms" in told
