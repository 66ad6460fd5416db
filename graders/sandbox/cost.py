"""What confinement costs a submission: children that live with it and without, in turns.

    python -m graders.sandbox.cost        200 pairs
    python -m graders.sandbox.cost 50     as many as wanted

A life is from the order to fork to the end of the process; its student's code is one small cell.
"""

import sys
import time
from collections.abc import Iterator
from statistics import median, quantiles

from graders.sandbox import wire
from graders.sandbox.frames import Room
from graders.sandbox.limits import MIB, Limits
from graders.sandbox.parent import Zygote

PAIRS = 200
TARGET_MS = 10.0
CELL = "import numpy as np\nnp.eye(3) @ np.ones(3)"


def pairs(zygote: Zygote, count: int) -> Iterator[tuple[float, float]]:
    """Milliseconds of a child's life, confined and not, `count` times; each is first in turns."""
    for number in range(count):
        first = bool(number % 2)
        lives = {confined: _life(zygote, confined) for confined in (first, not first)}
        yield lives[True], lives[False]


def report(lives: list[tuple[float, float]]) -> str:
    """The figures: both kinds of life, and what is more of one in each pair."""
    confined, free = zip(*lives, strict=True)
    extra = [one - other for one, other in lives]
    verdict = "within" if median(extra) <= TARGET_MS else "ABOVE"
    return "\n".join(
        [
            f"{len(lives)} pairs, in ms          median   quartiles        5 % … 95 %",
            _row("confined", confined),
            _row("not confined", free),
            _row("extra, in a pair", extra),
            f"The median extra is {verdict} the target of {TARGET_MS:g} ms.",
        ]
    )


def _life(zygote: Zygote, confined: bool) -> float:
    began = time.perf_counter()
    child = zygote.fork(Limits(confined=confined))
    child.ask({"cells": [wire.pack_within(CELL)]}, seconds=5.0, room=Room(MIB))
    child.kill()
    return 1000 * (time.perf_counter() - began)


def _row(name: str, times: tuple[float, ...] | list[float]) -> str:
    cuts = quantiles(times, n=20)
    return (
        f"{name:<22} {median(times):8.2f}   {cuts[4]:6.2f} … {cuts[14]:<6.2f}"
        f"  {cuts[0]:6.2f} … {cuts[18]:<6.2f}"
    )


def main() -> None:
    """Measure, and print the figures."""
    with Zygote() as zygote:
        list(pairs(zygote, 5))  # the first of each kind make what all others share
        print(report(list(pairs(zygote, int(sys.argv[1]) if sys.argv[1:] else PAIRS))))


if __name__ == "__main__":
    main()
