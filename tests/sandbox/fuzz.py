"""Frames of a hostile process, as many as wanted, led by the branches that they reach.

    python -m tests.sandbox.fuzz 600         for ten minutes
    python -m tests.sandbox.fuzz FILE        once more what a run has failed on

It needs `pip install -e '.[fuzz]'`. What is found and what fails is kept in the current folder's
`.fuzz/`, and the next run begins with it.
"""

import random
import sys
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["graders"]):
    from tests.sandbox.forgery import SEEDS, forged
    from tests.sandbox.puppet import judge

FOUND = Path(".fuzz")
SECONDS_EACH, MIB = 5, 1024
"""What one input may take, as time and as memory of the whole process."""
MAX_BYTES = 1 << 16


def main(word):
    """Fuzz for so many seconds, or repeat one input."""
    warnings.simplefilter("ignore")
    FOUND.mkdir(exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (FOUND / f"seed{number}").write_bytes(seed)
    options = [f"-timeout={SECONDS_EACH}", f"-rss_limit_mb={MIB}", f"-max_len={MAX_BYTES}"]
    options += [f"-artifact_prefix={FOUND}/", "-print_final_stats=1"]
    what = [f"-max_total_time={word}", str(FOUND)] if word.isdigit() else [word]
    atheris.Setup([sys.argv[0], *options, *what], judge, custom_mutator=_mutated)
    atheris.Fuzz()


def _mutated(said, max_bytes, seed):
    """Half of the time a forgery, else what the fuzzer itself would have changed."""
    rng = random.Random(seed)
    if rng.random() < 0.5:
        return forged(said, rng)[:max_bytes]
    return atheris.Mutate(said, max_bytes)


if __name__ == "__main__":
    main(sys.argv[1])
