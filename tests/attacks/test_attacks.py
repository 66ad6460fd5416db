"""Every known attack is withstood: each is one test, named after it.

pytest tests/attacks -k key_by_open     tries one of them, in a course of its own
"""

from pathlib import Path

import nbformat
import pytest

from graders.doctor import ours
from graders.doctor.attacks import PROMISES, corpus
from graders.doctor.trial import try_all

ATTACKS = corpus(Path(__file__).parent)
SOURCE = Path(__file__).parents[2] / "assignments/rnn_gradients/rnn_gradients.ipynb"


@pytest.fixture(scope="session")
def verdicts(request):
    """What became of the attacks that are asked about."""
    asked = {
        item.callspec.params["attack"].name: item.callspec.params["attack"]
        for item in request.session.items
        if item.name.startswith("test_withstands[")
    }
    found = try_all([*asked.values()], nbformat.read(SOURCE, as_version=4), ours.config())
    return {verdict.attack.name: verdict for verdict in found}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_withstands(attack, verdicts):
    verdict = verdicts[attack.name]

    assert verdict.harm == []
    assert attack.earns in (None, verdict.score)


def test_no_two_attacks_have_the_same_name():
    names = [attack.name for attack in ATTACKS]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_says_in_a_sentence_what_it_tries(attack):
    assert attack.tries[0].isupper()
    assert attack.tries.endswith(".")


@pytest.mark.parametrize(("promise", "least"), [(1, 30), (2, 20)])
def test_there_are_many_ways_to_break_a_promise(promise, least):
    assert sum(attack.promise == promise for attack in ATTACKS) >= least, PROMISES[promise]
